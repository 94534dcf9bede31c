"""What the lists of classes ask of storage."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from journal.model.class_lists import Confirmation, Flaw
from journal.model.people import Person


class ClassLists(Protocol):
    async def confirmations(self, unit_ids: Collection[int], due_on: date) -> dict[int, Confirmation]:
        """Those for that day, by class."""
        ...

    async def confirm(self, unit_id: int, due_on: date, by: int, at: datetime) -> None:
        """The first confirmation for a day stands."""
        ...

    async def flaws(self, unit_ids: Collection[int] | None = None) -> list[Flaw]:
        """The mistakes that wait, oldest first; of all classes for None."""
        ...

    async def flaws_by_ids(self, ids: Collection[int]) -> dict[int, Flaw]:
        """Settled ones too."""
        ...

    async def report(self, unit_id: int, text: str, by: int, at: datetime) -> int: ...

    async def settle(self, flaw_id: int, by: int, at: datetime) -> bool:
        """False where it waits no longer."""
        ...

    async def heads(self, day: date) -> dict[int, list[Person]]:
        """The class teachers of that day, by class."""
        ...
