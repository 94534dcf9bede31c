"""What clubs ask of storage."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.clubs import Club
from journal.model.span import Span


class Clubs(Protocol):
    async def of_unit(self, unit_id: int) -> list[Club]:
        """The clubs of a class that go on, by title."""
        ...

    async def of_students(self, students: Collection[int], span: Span) -> dict[int, list[Club]]:
        """Each student's clubs, of the classes the student belonged to in these days; one statement."""
        ...

    async def club(self, club_id: int) -> Club | None:
        """One club that goes on."""
        ...

    async def add(self, club: Club, author_id: int, at: datetime) -> int:
        """Keep it under a new id, whatever `club.id` says; returns that id."""
        ...

    async def choose(self, club_id: int, students: Collection[int] | None) -> None:
        """Who takes part; None means the whole class."""
        ...

    async def end(self, club_id: int, at: datetime) -> None: ...
