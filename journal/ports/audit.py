"""What use cases need of the audit chains."""

from collections.abc import Iterable
from typing import Protocol

from journal.model.audit import Head, Verdict


class Trail(Protocol):
    async def verify(self, noted: Iterable[Head] = ()) -> Verdict:
        """Go through every chain, and hold it against heads noted earlier."""
        ...

    async def heads(self) -> list[Head]:
        """The last entry of every chain."""
        ...
