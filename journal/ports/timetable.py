"""What use cases need of the timetable and the workload."""

from datetime import date
from typing import Protocol

from journal.model.forecast import SubjectPage
from journal.model.timetable import Calendar, Entry, Planned


class Timetable(Protocol):
    async def teaches(self, person_id: int, unit_id: int) -> bool:
        """Whether the workload of the year gives that person any subject in the unit (or a part of it)."""
        ...

    async def teaches_subject(self, person_id: int, unit_id: int, subject_id: int) -> bool:
        """Whether the workload gives that person that very page."""
        ...

    async def subject(self, subject_id: int) -> str | None:
        """The name of a subject."""
        ...

    async def teaches_student(self, person_id: int, student_id: int, day: date) -> bool:
        """Whether the workload gives that person a unit the student belongs to on that day."""
        ...

    async def pages(self, class_id: int, teacher_id: int | None) -> list[SubjectPage]:
        """The subjects that the workload gives a class and its parts, by name; of one teacher where named."""
        ...

    async def subjects_of(self, teacher_id: int) -> dict[int, str]:
        """The subjects that the workload gives a teacher, in the order of their names."""
        ...

    async def plan(self, first: date, last: date) -> tuple[list[Entry], Calendar] | None:
        """The rows that may hold between the days, and the calendar; None outside every year."""
        ...

    async def days_of_rest(self, first: date, last: date, *, holidays: bool) -> frozenset[date]:
        """The days off of the whole school; with `holidays`, the days of a year outside its periods too."""
        ...

    async def add_lessons(self, lessons: list[Planned]) -> int:
        """Add the lessons that do not stand yet; returns how many were new."""
        ...
