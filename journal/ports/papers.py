"""What use cases need of what families get on paper."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Protocol

from journal.model.papers import Kept, PrintRequest, ToSign
from journal.model.span import Span


class Papers(Protocol):
    async def offline(
        self, day: date, unit_ids: Collection[int] | None = None, *, refusers: bool
    ) -> dict[int, list[int]]:
        """By class, whose results are printed for the family that day; of all classes for None.

        Those whom the class teacher named, and those of whose adults no message reaches any; with `refusers`
        also those of whom an adult refused the diary and nobody in the family has it.
        """
        ...

    async def sheets(self, unit_id: int, since: date, until: date) -> list[Kept]:
        """The class's papers of the weeks begun in these days, newest week first."""
        ...

    async def prepare(self, unit_id: int, students: Collection[int], monday: date, at: datetime) -> None:
        """Papers of that week for these students, where there are none yet."""
        ...

    async def hand_over(self, student_id: int, monday: date, by: int, at: datetime) -> bool:
        """The family has it; whether that was not so before."""
        ...

    async def take_back(self, student_id: int, monday: date) -> bool:
        """The family has it not after all; whether it was said to have it."""
        ...

    async def to_sign(self, students: Collection[int], since: datetime) -> dict[int, list[ToSign]]:
        """By student, notices sent since then that ask for a signature which nobody of the family gave."""
        ...

    async def results(self, students: Collection[int], period_id: int) -> dict[int, dict[str, str]]:
        """The marks of a period, by student and subject's name."""
        ...

    async def without_register(self, unit_id: int, span: Span, now: datetime) -> int:
        """How many lessons of the class and its subgroups are over without a register in these days."""
        ...

    async def requests(self, state: str, limit: int) -> list[PrintRequest]:
        """What was asked to be printed, the oldest of the waiting first, the latest of the others."""
        ...

    async def requests_of(self, person_id: int, limit: int) -> list[PrintRequest]:
        """What that person asked for, newest first."""
        ...

    async def waiting(self) -> int:
        """How many requests wait."""
        ...

    async def requests_by_ids(self, ids: Collection[int]) -> list[PrintRequest]: ...

    async def ask(self, report: str, parameters: Mapping[str, Any], by: int, at: datetime) -> int: ...

    async def settle(self, request_id: int, state: str, by: int, at: datetime) -> bool:
        """Done or cancelled; False where the request waits no longer."""
        ...
