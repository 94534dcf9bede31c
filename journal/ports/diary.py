"""What the diary asks of storage; each question is one statement, whatever the number of rows."""

from datetime import date
from typing import Protocol

from journal.model.attendance import Absence
from journal.model.marks import Mark, Result


class Diary(Protocol):
    async def next_day(self, student_id: int, after: date) -> date | None:
        """The first school day of the student after that day."""
        ...

    async def day_before(self, student_id: int, before: date) -> date | None:
        """The last school day of the student before that day."""
        ...

    async def marks(self, student_id: int, first: date, last: date) -> list[Mark]:
        """The marks of these days, oldest first."""
        ...

    async def marks_of_lessons(
        self, student_id: int, first: date, last: date
    ) -> list[tuple[int | None, Mark]]:
        """The marks of these days, each with the lesson it was given at."""
        ...

    async def marks_entered(self, student_id: int, since: date) -> list[Mark]:
        """The marks entered since the beginning of that school day."""
        ...

    async def mark(self, mark_id: int) -> Mark | None: ...

    async def absences(self, student_id: int, first: date, last: date) -> list[Absence]:
        """Absences, late arrivals and early leaves of these days, oldest first."""
        ...

    async def results(self, student_id: int, period_id: int) -> list[Result]: ...
