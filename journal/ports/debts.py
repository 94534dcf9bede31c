"""What the debts of a child ask of storage; each question is one statement."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from journal.model.debts import OwnWork


class Debts(Protocol):
    async def works(self, students: Collection[int], day: date) -> dict[int, list[OwnWork]]:
        """The works up to that day of the period that runs then, or ran last, oldest first, by student.

        Those of the units the student belonged to, with the own marks; who has none is left out.
        """
        ...

    async def open_works(
        self, students: Collection[int], day: date, controls: Collection[str]
    ) -> dict[int, list[OwnWork]]:
        """Of `works` all that may be owed: not handed in, to be retaken, or one of `controls` and missed."""
        ...

    async def retaken(self, student_id: int, works: Collection[int]) -> dict[int, str]:
        """By mark: what stood there before it was retaken."""
        ...

    async def next_lessons(
        self, student_id: int, subjects: Collection[int], now: datetime
    ) -> dict[int, datetime]:
        """When each of these subjects is taught to the student next."""
        ...
