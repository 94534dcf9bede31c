"""What use cases need of how messages fare."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from journal.model.delivery import LaneLoad, Letter, Reach, Source
from journal.model.trouble import Outage, Setback


class Delivery(Protocol):
    async def setbacks(self, since: datetime) -> dict[Setback, int]:
        """How many letters did not arrive, given up since then, by what befell them."""
        ...

    async def letters(self, setback: Setback, since: datetime, skip: int, most: int) -> list[Letter]:
        """Those of one setback given up since then, the latest first; a constant number of statements."""
        ...

    async def letter(self, source: Source, letter_id: int) -> Letter | None:
        """The letter, while it is among what did not arrive."""
        ...

    async def send_again(self, letters: Sequence[tuple[Letter, datetime, datetime]]) -> int:
        """Queue each once more, from the first moment on, worth telling until the second; how many."""
        ...

    async def put_away(self, letters: Collection[Letter], at: datetime) -> int:
        """Show them no more; how many there were."""
        ...

    async def seen_off(self, since: datetime) -> int:
        """How many were put away since then."""
        ...

    async def lanes(self, now: datetime) -> list[LaneLoad]:
        """What waits, lane by lane."""
        ...

    async def sent_since(self, since: datetime) -> int:
        """How many messages arrived since then."""
        ...

    async def reach(self) -> Reach: ...

    async def since(self) -> datetime | None:
        """Since when people have been answered without a break."""
        ...

    async def outages(self) -> list[Outage]:
        """Those that go on now."""
        ...

    async def last_outage(self) -> Outage | None:
        """The one that ended last."""
        ...
