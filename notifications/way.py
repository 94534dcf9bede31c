"""One way out: what waits for its slots and what is in the air; free messages have one, paid ones another."""

import asyncio
import math

from journal.model.outbox import Lane
from notifications.allowance import Allowance
from notifications.packing import Ready
from notifications.trays import Trays

# How much is claimed ahead, in seconds of sending: never waiting for the database, never going stale.
AHEAD = 0.5
# How much may be on its way, in seconds of sending: slower answers than that slow the pace.
ON_ITS_WAY = 3.0


class Way:
    """Trays in front of an allowance; of one shift."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        self.trays = Trays(max(4, math.ceil(allowance.full * AHEAD)))
        self.flying: set[asyncio.Task[None]] = set()
        self._most_flying = max(8, math.ceil(allowance.full * ON_ITS_WAY))
        self._changed = asyncio.Event()

    @property
    def busy(self) -> bool:
        return bool(self.trays or self.flying)

    def hungry(self, lane: Lane) -> bool:
        """Whether it is time to claim more: a parcel at a time would cost a transaction each."""
        return self.trays.room(lane) * 2 >= self.trays.size

    def asks(self, lane: Lane) -> bool:
        """Whether the parcel just taken from the lane was the one at which more is to be claimed."""
        return not self.trays or self.trays.room(lane) == -(-self.trays.size // 2)

    def put(self, item: Ready, now: float) -> None:
        self.trays.put(item, now)
        self._changed.set()

    def fly(self, task: asyncio.Task[None]) -> None:
        """The task brings a parcel to its recipient."""
        self.flying.add(task)
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self.flying.discard(task)
        self._changed.set()

    async def ready(self) -> None:
        """Wait until something may fly."""
        while not self.trays or len(self.flying) >= self._most_flying:
            self._changed.clear()
            await self._changed.wait()
