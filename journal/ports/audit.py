"""What use cases need of the audit chains."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from journal.model.audit import Head, Verdict
from journal.model.history import Trace


class Trail(Protocol):
    async def verify(self, secret: bytes, noted: Iterable[Head] = ()) -> Verdict:
        """Go through every chain, and hold it against the seals and against heads noted elsewhere."""
        ...

    async def verify_since(self, secret: bytes, night: int) -> Verdict:
        """Go through what was added since the last seal, and a seventh of the chains from their start."""
        ...

    async def seal(self, secret: bytes, now: datetime) -> int:
        """Seal the heads as they stand; returns of how many chains, 0 where nothing was added."""
        ...

    async def heads(self) -> list[Head]:
        """The last entry of every chain."""
        ...

    async def erase(self, chain: str, number: int) -> bool:
        """Empty the values of an entry; False where there are none. The caller writes down that it did."""
        ...

    async def of_lesson(self, lesson_id: int, skip: int, most: int) -> list[Trace]:
        """What was done to a lesson, its works, marks and homework; the newest first, as everywhere here."""
        ...

    async def of_mark(self, mark_id: int, skip: int, most: int) -> list[Trace]:
        """What was done to one mark: when it was saved with others, and its corrections."""
        ...

    async def of_student(self, student_id: int, skip: int, most: int) -> list[Trace]:
        """What was written of a student: registers and marks that name it, notes, reasons, results."""
        ...

    async def of_results(self, unit_id: int, subject_id: int, skip: int, most: int) -> list[Trace]:
        """What was done to the marks of periods and years on a page."""
        ...

    async def of_notice(self, notice_id: int, skip: int, most: int) -> list[Trace]: ...

    async def of_school(
        self, since: datetime, until: datetime, author_id: int | None, skip: int, most: int
    ) -> list[Trace]:
        """Everything within that time, perhaps by one person alone."""
        ...

    async def authors(self, since: datetime, until: datetime) -> list[int]:
        """The people who changed anything within that time."""
        ...
