"""What use cases need of absence notes and of the reasons beside absences."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from journal.model.attendance import AbsenceNote, DayAbsence, NoteStatus, Reason
from journal.model.news import LessonPresence
from journal.model.people import Person


class Absences(Protocol):
    async def note(self, note_id: int) -> AbsenceNote | None: ...

    async def author(self, note: AbsenceNote) -> Person | None:
        """The adult whose account wrote the note."""
        ...

    async def notes_on(self, student_id: int, first: date, last: date) -> list[AbsenceNote]:
        """The notes that cover one of these days, however they stand, the newest first."""
        ...

    async def notes_of_class(
        self, class_id: int, statuses: Collection[NoteStatus]
    ) -> list[tuple[AbsenceNote, Person]]:
        """The notes of the present students of a class that stand so, with the student, oldest first."""
        ...

    async def add(self, note: AbsenceNote) -> AbsenceNote:
        """Store a new note; the note with its id."""
        ...

    async def change(self, note: AbsenceNote, by: int | None, at: datetime) -> bool:
        """Store the note if its revision is still the stored one; `by` is set where it is a decision."""
        ...

    async def missed(self, student_id: int, day: date, now: datetime) -> list[LessonPresence]:
        """The lessons of that day a child missed, as far as families may know by now."""
        ...

    async def reasons(self, student_id: int, day: date) -> list[Reason | None]:
        """The reasons that stand beside the day's absences; empty where there are none."""
        ...

    async def explain(self, note: AbsenceNote, reason: Reason, by: int, at: datetime) -> int:
        """Write the reason beside the absences that the note covers; how many."""
        ...

    async def of_class(self, class_id: int, first: date, last: date) -> list[DayAbsence]:
        """The absences of a class's students, one a student and day, by day and list order."""
        ...
