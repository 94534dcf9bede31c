"""What use cases need of registers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from journal.model.attendance import AbsenceNote
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.register import DatedStatus, Draft, Earlier, Register, Standing
from journal.model.subscriptions import Mode, Topic


class Attendance(Protocol):
    async def register(self, lesson_id: int) -> Register | None:
        """The taken register with its exceptions; None before it is taken."""
        ...

    async def expected(self, lesson: Lesson, register: Register | None) -> list[Person]:
        """Who belongs to the lesson: as frozen by the register, else as enrolled that day; in list order."""
        ...

    async def families(
        self, students: Collection[int], day: date
    ) -> Mapping[int, Sequence[Mapping[Topic, Mode]]]:
        """What each connected guardian of these students chose to hear of absences and lateness; one
        statement."""
        ...

    async def draft(self, lesson_id: int) -> Draft: ...

    async def keep_draft(self, lesson_id: int, draft: Draft, by: int, at: datetime) -> None: ...

    async def post(self, register: Register, lesson: Lesson, changed: Mapping[int, Standing | None]) -> None:
        """Write the register and the changed exceptions; None: the student is simply present again."""
        ...

    async def set_minutes(self, lesson_id: int, student_id: int, minutes: int | None) -> None: ...

    async def unpost(self, lesson_id: int) -> None:
        """Take the register away, as if it had not been taken."""
        ...

    async def accepted_notes(self, students: Collection[int], day: date, slot: int) -> list[AbsenceNote]:
        """Families' accepted notes that speak of that lesson."""
        ...

    async def dated_statuses(
        self, students: Collection[int], day: date, slot: int, subject_id: int
    ) -> list[DatedStatus]: ...

    async def earlier(self, lesson: Lesson) -> list[Earlier]:
        """Registers of the same class and day before that lesson."""
        ...
