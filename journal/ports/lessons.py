"""What use cases need of lessons."""

from datetime import date, datetime
from typing import Protocol

from journal.model.lessons import Lesson


class Lessons(Protocol):
    async def lesson(self, lesson_id: int) -> Lesson | None: ...

    async def of_teacher(self, person_id: int, day: date) -> list[Lesson]:
        """The lessons a person keeps that day, in order."""
        ...

    async def of_unit(self, unit_id: int, first: date, last: date) -> list[Lesson]:
        """The lessons of a class with its subgroups, in order."""
        ...

    async def of_student(self, student_id: int, first: date, last: date) -> list[Lesson]: ...

    async def next_of_page(self, unit_id: int, subject_id: int, after: datetime) -> Lesson | None:
        """The next planned lesson of that unit and subject that starts after the moment."""
        ...
