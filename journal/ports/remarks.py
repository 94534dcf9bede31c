"""What use cases need of remarks and the phrases for them."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.comments import Words
from journal.model.remarks import Remark, RemarkKind


class Remarks(Protocol):
    async def of_lesson(self, lesson_id: int) -> list[Remark]:
        """What stands, in the order it was said."""
        ...

    async def of_student(self, student_id: int, lessons: Collection[int] | None = None) -> list[Remark]:
        """What stands of a student at these lessons, or at all, oldest first."""
        ...

    async def add(
        self, lesson_id: int, student_id: int, kind: RemarkKind, said: str, author: int, at: datetime
    ) -> int: ...

    async def words(self, lesson_id: int) -> list[Words]:
        """What families read in words at the lesson: comments on its marks, then remarks."""
        ...

    async def uncomment(self, mark_ids: Collection[int]) -> None:
        """Take the comments off these marks."""
        ...

    async def withdraw(self, remark_id: int, at: datetime) -> None: ...

    async def own_phrases(self, person_id: int, kind: RemarkKind) -> list[tuple[int, str]]:
        """A teacher's own phrases by number, in the order they were added."""
        ...

    async def unwanted(self, person_id: int, kind: RemarkKind) -> set[str]:
        """The customary phrases that the teacher has put away."""
        ...

    async def add_phrase(
        self, person_id: int, kind: RemarkKind, said: str, at: datetime, *, hidden: bool = False
    ) -> int: ...

    async def drop_phrase(self, person_id: int, phrase_id: int, at: datetime) -> None: ...
