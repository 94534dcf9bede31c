"""What the diary asks of storage; each question is one statement, whatever the number of rows."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from journal.model.ahead import Happening, PlannedWork
from journal.model.attendance import Absence
from journal.model.card import SchoolDay
from journal.model.diary import Progress
from journal.model.lessons import Lesson
from journal.model.marks import Mark, Result
from journal.model.span import Span


class Diary(Protocol):
    async def lessons(self, students: Collection[int], span: Span) -> list[tuple[int, Lesson]]:
        """The lessons of these days with whose they are, in the order of the bells.

        A student's lessons are those of every unit the student belonged to that day: the class, subgroups, an
        individual plan.
        """
        ...

    async def next_days(self, students: Collection[int], after: date) -> dict[int, date]:
        """Each student's first school day after that day; those without one are left out."""
        ...

    async def days_before(self, students: Collection[int], before: date) -> dict[int, date]:
        """Each student's last school day before that day."""
        ...

    async def school_days(self, student_id: int, span: Span) -> list[SchoolDay]:
        """The student's days with lessons that are held, in order."""
        ...

    async def marks(self, students: Collection[int], span: Span) -> list[Mark]:
        """The marks of these days, oldest first."""
        ...

    async def mark(self, mark_id: int) -> Mark | None: ...

    async def absences(self, students: Collection[int], span: Span) -> list[Absence]:
        """Absences, late arrivals and early leaves of these days, oldest first."""
        ...

    async def results(self, student_id: int, year_id: int) -> list[Result]:
        """The results of a year: periods, year, exam, final; by subject."""
        ...

    async def period_results(
        self, students: Collection[int], subject_id: int, period_id: int
    ) -> dict[int, str]:
        """The mark of the period in a subject, of those who have one."""
        ...

    async def results_of_period(self, students: Collection[int], period_id: int) -> dict[int, dict[int, str]]:
        """The marks of the period by student and subject."""
        ...

    async def subjects(self, students: Collection[int], span: Span) -> dict[int, dict[int, str]]:
        """The subjects that each student has lessons of in these days, in the order of their names."""
        ...

    async def progress(self, student_id: int, year_id: int, now: datetime) -> list[Progress]:
        """The programme of each subject in the year, by name."""
        ...

    async def units(self, student_id: int) -> dict[int, int]:
        """The units the student belongs to now, each with its grade."""
        ...

    async def happenings(self, students: Collection[int], span: Span) -> dict[int, list[Happening]]:
        """Each student's events of the own units and of the whole school, and special days, by date.

        Three statements.
        """
        ...

    async def planned_works(self, units_of: Collection[int], span: Span) -> list[PlannedWork]:
        """Control works that the lesson plans of these units hold for these days."""
        ...

    async def done(self, students: Collection[int], homework: Collection[int]) -> set[tuple[int, int]]:
        """The (student, homework) that the family has ticked off."""
        ...

    async def tick(self, student_id: int, homework_id: int, account_id: int, at: datetime) -> None: ...

    async def untick(self, student_id: int, homework_id: int) -> None: ...

    async def new_marks(self, students: Collection[int], account_id: int, now: datetime) -> list[Mark]:
        """Marks of the last days, entered since that account looked at the child's marks; oldest first."""
        ...

    async def look(self, student_id: int, account_id: int, at: datetime) -> None:
        """That account has looked at the child's marks."""
        ...
