"""What use cases need to know of people."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from journal.model.people import Child, Person, Unit
from journal.policy import Scope


class People(Protocol):
    async def person(self, person_id: int) -> Person | None: ...

    async def persons(self, person_ids: Collection[int]) -> dict[int, Person]:
        """These people by their ids, in one query; whoever is unknown is left out."""
        ...

    async def unit(self, unit_id: int) -> Unit | None: ...

    async def units(self, unit_ids: Collection[int]) -> list[Unit]:
        """These units in order of grade and name."""
        ...

    async def classes(self, scope: Scope) -> list[Unit]:
        """The classes (groups) a scope reaches, headed or taught ones too, in order of grade and name."""
        ...

    async def child(self, student_id: int) -> Child | None:
        """The student with the present class; None for a stranger."""
        ...

    async def members_of(self, unit_ids: Collection[int], day: date) -> list[Person]:
        """The students of any of these units on that day, each once, in no order."""
        ...

    async def rolls(self, unit_ids: Collection[int], day: date) -> dict[int, set[int]]:
        """The ids of the students of each of these units on that day."""
        ...

    async def members(self, unit_id: int, day: date) -> list[Person]:
        """The students of a unit on that day, in list order."""
        ...
