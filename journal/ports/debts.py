"""What the debts of a child ask of storage; each question is one statement."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.debts import OwnWork
from journal.model.span import Span


class Debts(Protocol):
    async def works(self, student_id: int, span: Span) -> list[OwnWork]:
        """The works of these days in the units the student belonged to, oldest first, with the own marks."""
        ...

    async def retaken(self, student_id: int, works: Collection[int]) -> dict[int, str]:
        """By mark: what stood there before it was retaken."""
        ...

    async def next_lessons(
        self, student_id: int, subjects: Collection[int], now: datetime
    ) -> dict[int, datetime]:
        """When each of these subjects is taught to the student next."""
        ...
