"""What dated statuses ask of storage."""

from datetime import date, datetime
from typing import Protocol

from journal.model.people import Person
from journal.model.statuses import StudentStatus


class Statuses(Protocol):
    async def of_class(self, class_id: int, since: date) -> list[tuple[StudentStatus, Person]]:
        """Those of the class's present students that end on that day or later, by student and day."""
        ...

    async def of_student(self, student_id: int, since: date) -> list[StudentStatus]:
        """Those that end on that day or later, oldest first."""
        ...

    async def status(self, status_id: int) -> StudentStatus | None: ...

    async def add(self, status: StudentStatus, by: int, at: datetime) -> int:
        """Keep it under a new id, whatever `status.id` says; returns that id."""
        ...

    async def explain(self, status: StudentStatus, by: int, at: datetime) -> int:
        """Excuse the unexplained absences that the status covers; how many."""
        ...

    async def note(self, status_id: int, note: str | None) -> None: ...

    async def end(self, status_id: int, last: date | None) -> None:
        """It ends on that day; None: it never was."""
        ...
