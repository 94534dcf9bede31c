"""What use cases need of lessons."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Protocol

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

    async def running(self, moment: datetime, early: timedelta) -> list[Lesson]:
        """The school's lessons that run at the moment or begin within `early`, by class."""
        ...

    async def upcoming_of_page(
        self, unit_id: int, subject_id: int, after: datetime, many: int
    ) -> list[Lesson]:
        """The next planned lessons of a page that start after the moment, at most `many`."""
        ...

    async def parallels(self, lesson: Lesson, person_id: int) -> list[Lesson]:
        """For each other class of the same grade in which that person keeps the subject: its latest lesson
        not after that lesson's day."""
        ...

    async def fill(self, lesson_id: int, values: Mapping[str, Any], at: datetime, *, late: bool) -> None:
        """Write topic, tasks or their type into the page; `late` flags it for good."""
        ...

    async def note_substitution(self, lesson_id: int, at: datetime) -> None: ...

    async def substitute(self, lesson_id: int, person_id: int, at: datetime) -> None: ...

    async def end_substitution(self, lesson_id: int) -> None:
        """The planned teachers give the lesson after all."""
        ...

    async def cancel(self, lesson_id: int, reason: str) -> None:
        """The lesson is not held; what stands on its page stays."""
        ...

    async def last_end(self, class_id: int, day: date) -> datetime | None:
        """When the last lesson of a class (its subgroups included) ends that day."""
        ...

    async def last_ends(self, class_ids: Collection[int], day: date) -> dict[int, datetime]:
        """When the last lesson of each class ends that day; one student's own plan does not count."""
        ...

    async def days_of_teacher(self, person_id: int, day: date) -> tuple[date | None, date | None]:
        """The nearest days before and after that one on which the person keeps a lesson."""
        ...

    async def next_of_teacher(self, person_id: int, after: datetime) -> Lesson | None:
        """The next planned lesson a person keeps that starts after the moment."""
        ...

    async def page_closed(self, unit_id: int, subject_id: int, day: date) -> bool:
        """Whether the page of that unit and subject is closed for the period the day lies in."""
        ...

    async def asks_already(self, lesson_id: int, kind: str, person_id: int, since: datetime) -> bool:
        """Whether that person's request of since then, to open the lesson for that record, still waits."""
        ...

    async def ask_entry(
        self, lesson_id: int, kind: str, reason: str, person_id: int, at: datetime
    ) -> int: ...

    async def opened_until(self, lesson_id: int, kind: str) -> datetime | None:
        """Until when the deputy head has opened the lesson for that kind of record."""
        ...
