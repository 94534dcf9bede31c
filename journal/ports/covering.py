"""What use cases need to cover the lessons of somebody away."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Protocol

from journal.model.covering import Away, Stand
from journal.model.lessons import Lesson
from journal.model.span import Span


class Covering(Protocol):
    async def add_away(self, person_id: int, first: date, last: date, by: int, at: datetime) -> int: ...

    async def end_away(self, person_id: int, by: int, at: datetime) -> None:
        """Whoever was away is back; what was decided of lessons stays."""
        ...

    async def away(self, since: date) -> list[Away]:
        """Who is away on that day or later, the latest word of each."""
        ...

    async def lessons_of(self, persons: Collection[int], first: date, last: date) -> list[Lesson]:
        """The lessons these people were to give, cancelled and covered ones too, in order."""
        ...

    async def free(self, lesson: Lesson) -> list[Stand]:
        """Who teaches that subject, or another one in that unit, and has no lesson at that hour."""
        ...

    async def sibling(self, lesson: Lesson) -> Lesson | None:
        """The same subject's lesson of another part of the class at that hour."""
        ...

    async def last_of_class(self, lesson: Lesson) -> Lesson | None:
        """The last lesson of the class that day, after that one, whose teacher is free at its hour."""
        ...

    async def change(self, lesson_id: int, values: dict[str, Any]) -> None: ...

    async def add_lesson(self, lesson: Lesson, subject_id: int, teacher_id: int) -> int:
        """A lesson of another subject in that lesson's place."""
        ...

    async def exchanged(self, span: Span) -> list[Lesson]:
        """The lessons that somebody else gives, or that are cancelled, with what stands in their place."""
        ...
