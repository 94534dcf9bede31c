"""What use cases need of absence notes."""

from datetime import date, datetime
from typing import Protocol

from journal.model.attendance import AbsenceNote, NoteStatus, Reason


class Absences(Protocol):
    async def note(self, note_id: int) -> AbsenceNote | None: ...

    async def note_on(self, student_id: int, day: date) -> AbsenceNote | None:
        """The newest note that covers the day and was not declined."""
        ...

    async def add(
        self,
        student_id: int,
        first: date,
        last: date,
        reason: str,
        status: NoteStatus,
        account_id: int,
        at: datetime,
    ) -> AbsenceNote: ...

    async def change(self, note: AbsenceNote, by: int | None, at: datetime) -> bool:
        """Store the note if its revision is still the stored one; `by` is set where it is a decision."""
        ...

    async def reasons(self, student_id: int, day: date) -> list[str | None]:
        """The reasons that stand beside the day's absences; empty where there are none."""
        ...

    async def explain(
        self, student_id: int, first: date, last: date, reason: Reason, by: int, at: datetime
    ) -> int:
        """Write the reason beside the absences of those days; how many."""
        ...
