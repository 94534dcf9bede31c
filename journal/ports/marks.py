"""What use cases need of works and marks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from journal.model.painting import MarkDraft, PageWork, PostedMark


@dataclass(frozen=True, slots=True)
class NewMark:
    """A mark to be written."""

    student_id: int
    place: int
    value: str
    retake_until: date | None = None


@dataclass(frozen=True, slots=True)
class NewWork:
    """A work to be written."""

    lesson_id: int
    unit_id: int
    subject_id: int
    day: date
    kind: str
    weight: Decimal
    teacher_id: int
    title: str | None = None


class Marks(Protocol):
    async def count_of_lesson(self, lesson_id: int) -> int:
        """How many marks stand for works of that lesson."""
        ...

    async def being_checked(self, unit_id: int, subject_id: int) -> int:
        """How many written works of that page are still being checked."""
        ...

    async def work(self, work_id: int) -> PageWork | None: ...

    async def works_of_lesson(self, lesson_id: int) -> list[PageWork]: ...

    async def works_of_class(
        self, class_id: int, kinds: Collection[str], first: date, last: date
    ) -> list[PageWork]:
        """The works of these kinds in a class with its subgroups, by day."""
        ...

    async def drop_work(self, work_id: int) -> None:
        """Forget a work that has no marks."""
        ...

    async def works_in_hand(self, person_id: int) -> list[PageWork]:
        """The works that person is still checking, the most urgent first."""
        ...

    async def of_works(self, works: Collection[int]) -> list[PostedMark]:
        """The marks that stand for these works, in order of place."""
        ...

    async def mark(self, mark_id: int) -> PostedMark | None:
        """A mark that stands."""
        ...

    async def last_places(self, work_id: int) -> dict[int, int]:
        """The last place taken by each student in the work, withdrawn marks included."""
        ...

    async def draft(self, lesson_id: int, author_id: int) -> MarkDraft | None: ...

    async def keep_draft(self, draft: MarkDraft, author_id: int, at: datetime) -> None: ...

    async def add_work(self, work: NewWork, at: datetime) -> int: ...

    async def touch_work(self, work_id: int) -> int:
        """Count a Save of the work; returns its new revision."""
        ...

    async def collect(self, work_id: int, at: datetime, due_on: date | None) -> None:
        """The work is being checked from now on, until that day; None: as long as it takes."""
        ...

    async def resume_check(self, work_id: int) -> None: ...

    async def finish_check(self, work_id: int, at: datetime) -> None: ...

    async def add(
        self,
        work: PageWork,
        subject_id: int,
        marks: Sequence[NewMark],
        *,
        author: int,
        at: datetime,
        late: bool,
        comment: str | None,
    ) -> list[int]:
        """Write new marks with their first revisions; returns their ids."""
        ...

    async def change(self, mark: PostedMark, value: str, author: int, at: datetime, reason: str) -> None:
        """Change a mark; the old value, author, time and reason stay in its revisions (R-050)."""
        ...

    async def set_retake(self, mark: PostedMark, until: date | None) -> None:
        """Until when the work of that mark may be done again; None: nothing is left to be done."""
        ...

    async def withdraw(self, marks: Sequence[PostedMark], author: int, at: datetime, reason: str) -> None:
        """Take marks out of the journal; they stay in their revisions."""
        ...
