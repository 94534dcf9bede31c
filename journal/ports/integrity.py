"""What use cases need in order to find entries that contradict each other."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from journal.model.integrity import Contradiction, Facts, Finding, Flaw
from journal.policy import Scope


class Integrity(Protocol):
    async def facts(self, first: date, last: date, class_ids: Collection[int] | None) -> Facts:
        """The registers of these days with the notes, marks and calendar beside them; None: all classes."""
        ...

    async def note(
        self,
        found: Sequence[Contradiction],
        first: date,
        last: date,
        class_ids: Collection[int] | None,
        now: datetime,
    ) -> int:
        """Keep what was found, and that what is not among it stands no more; returns how much is new."""
        ...

    async def waiting(self, scope: Scope, skip: int, most: int) -> list[Finding]:
        """What waits for a word and lies within the scope, the newest day first."""
        ...

    async def count(self, scope: Scope) -> int:
        """How much waits within the scope."""
        ...

    async def finding(self, finding_id: int) -> Finding | None:
        """A finding, whether it still waits or not."""
        ...

    async def about(self, flaw: Flaw, object_id: int) -> list[Finding]:
        """What of that kind waits and is about that note or mark."""
        ...

    async def set_aside(self, finding_id: int, by: int, at: datetime, word: str) -> None:
        """Keep the word with which somebody said that it was so."""
        ...

    async def expect_later_marks(
        self, marks: Sequence[Contradiction], by: int, at: datetime, word: str
    ) -> None:
        """Keep beforehand that these are known to be so, so that they are never asked about."""
        ...
