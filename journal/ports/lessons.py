"""What use cases need of lessons."""

from collections.abc import Collection
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

    async def last_end(self, class_id: int, day: date) -> datetime | None:
        """When the last lesson of a class (its subgroups included) ends that day."""
        ...

    async def last_ends(self, class_ids: Collection[int], day: date) -> dict[int, datetime]:
        """When the last lesson of each class ends that day."""
        ...

    async def next_of_teacher(self, person_id: int, after: datetime) -> Lesson | None:
        """The next planned lesson a person keeps that starts after the moment."""
        ...

    async def page_closed(self, unit_id: int, subject_id: int, day: date) -> bool:
        """Whether the page of that unit and subject is closed for the period the day lies in."""
        ...

    async def opened_until(self, lesson_id: int, kind: str) -> datetime | None:
        """Until when the deputy head has opened the lesson for that kind of record."""
        ...
