"""What use cases need in order to watch over a day of the school."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from journal.model.class_week import LateMarks, UncheckedWork
from journal.model.control import TakenRegister
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.requests import EntryRequest, Request
from journal.model.span import Span
from journal.model.viewing import TracedMark


class Control(Protocol):
    async def lessons_of(self, day: date) -> list[Lesson]:
        """Every lesson of the school on that day, in order of class and slot."""
        ...

    async def school_day(self, now: datetime, *, back: bool) -> date | None:
        """The last day with a lesson that has begun (`back`), or the first with one to come."""
        ...

    async def neighbour(self, day: date, *, back: bool) -> date | None:
        """The day with lessons before or after a day."""
        ...

    async def registers_of(self, class_id: int | None, day: date) -> list[TakenRegister]:
        """The registers taken that day in a class with its subgroups, or in the whole school."""
        ...

    async def sizes(self, day: date) -> dict[int, int]:
        """How many students each class has."""
        ...

    async def ill_on(self, day: date) -> frozenset[int]:
        """The students who are ill that day, by the register's reason or by the family's note."""
        ...

    async def adults_of(self, students: Collection[int]) -> dict[int, list[tuple[Person, str | None]]]:
        """The adults of these students by the register, each with a telephone number where one is known."""
        ...

    async def waiting_requests(self) -> int: ...

    async def requests(self, status: str) -> list[EntryRequest]: ...

    async def request(self, request_id: int) -> EntryRequest | None: ...

    async def requests_by_id(self, numbers: Collection[int]) -> dict[int, EntryRequest]: ...

    async def decide(self, request: Request, by: int | None, at: datetime) -> None:
        """Store the decision as the request has it; nobody (`by` None) decides what expired."""
        ...

    async def marks_of(self, lesson_id: int) -> list[TracedMark]:
        """The marks of a lesson's works with all their revisions, by student, work and place."""
        ...

    async def late_marks(self, class_id: int, span: Span) -> list[LateMarks]:
        """Marks of a class (its subgroups included) for these days that came after their deadline."""
        ...

    async def unchecked_works(self, class_id: int, today: date) -> list[UncheckedWork]:
        """Written works of a class whose checking term has passed, the oldest first."""
        ...

    async def told_at(self, subjects: Collection[str]) -> dict[str, datetime]:
        """When an event about each of the subjects was last recorded; without those never spoken of."""
        ...
