"""The bot's queue of updates: numbered, confirmed by offset, kept for a day, long-polled by one at a time."""

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from simulator.clock import Clock
from simulator.errors import Error, Refusal

KEPT_SECONDS = 24 * 3600
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
HISTORY = 10_000

RawUpdate = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pending:
    """An unconfirmed update, its place in the order of arrival and the moment (monotonic seconds) it came."""

    update: RawUpdate
    place: int
    at: float

    @property
    def id(self) -> int:
        """Its `update_id`."""
        number = self.update["update_id"]
        return number if isinstance(number, int) else 0


class UpdateQueue:
    """Updates of one bot in order of arrival; `allowed` None means all but the three opt-in kinds.

    `history` keeps the last ten thousand as they were queued: a test may put one again, under its old
    number (Telegram repeats itself) or without it (a tap re-sent after a reconnect).
    """

    def __init__(self, clock: Clock, first_id: int = 100_000) -> None:
        self.allowed: set[str] | None = None
        self.history: deque[RawUpdate] = deque(maxlen=HISTORY)
        self._clock = clock
        self._next_id = first_id
        self._places = 0
        self._pending: OrderedDict[int, Pending] = OrderedDict()
        self._arrived = asyncio.Event()
        self._poll: asyncio.Future[Refusal] | None = None

    def __len__(self) -> int:
        self._forget_old()
        return len(self._pending)

    @property
    def polled(self) -> bool:
        """Whether a getUpdates waits at this moment."""
        return self._poll is not None

    def put(self, update: RawUpdate) -> int | None:
        """Queue an update, numbering it unless it brings an `update_id`; None when its kind is not wanted."""
        if not self._wanted(update):
            return None
        if "update_id" not in update:
            update = {"update_id": self._next_id, **update}
        if isinstance(update["update_id"], int):
            self._next_id = max(self._next_id, update["update_id"] + 1)
        self._places += 1
        pending = Pending(update, self._places, self._clock.elapsed())
        self._pending[pending.place] = pending
        self.history.append(update)
        self._arrived.set()
        return pending.id

    async def take(self, offset: int, limit: int, patience: float) -> list[RawUpdate]:
        """Confirm what lies before `offset`, then wait up to `patience` seconds for up to `limit` updates.

        A second caller ends the first one's wait with 409, as Telegram does.
        """
        self.interrupt(Error.OTHER_GET_UPDATES())
        self._confirm(offset)
        deadline = self._clock.elapsed() + patience
        while not self._pending and (left := deadline - self._clock.elapsed()) > 0:
            await self._wait(left)
        return [pending.update for pending in islice(self._pending.values(), limit)]

    def interrupt(self, refusal: Refusal) -> None:
        """End a waiting getUpdates with `refusal`."""
        if self._poll and not self._poll.done():
            self._poll.set_result(refusal)

    def clear(self) -> None:
        """Drop everything pending."""
        self._pending.clear()

    def after(self, place: int) -> list[Pending]:
        """The unconfirmed updates that arrived after `place`, oldest first."""
        self._forget_old()
        newest_first = takewhile(lambda pending: pending.place > place, reversed(self._pending.values()))
        return list(newest_first)[::-1]

    def holds(self, pending: Pending) -> bool:
        """Whether the update still waits to be taken."""
        return pending.place in self._pending

    def done(self, pending: Pending) -> None:
        """Drop one update that a webhook took."""
        self._pending.pop(pending.place, None)

    async def arrival(self) -> None:
        """Wait until an update is put."""
        self._arrived.clear()
        await self._arrived.wait()

    async def _wait(self, seconds: float) -> None:
        self._poll = poll = asyncio.get_running_loop().create_future()
        self._arrived.clear()
        arrival = asyncio.ensure_future(self._arrived.wait())
        try:
            await asyncio.wait({poll, arrival}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            arrival.cancel()
            if self._poll is poll:
                self._poll = None
        if poll.done():
            raise poll.result()
        self._forget_old()

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popitem(last=False)
        while self._pending and next(iter(self._pending.values())).id < offset:
            self._pending.popitem(last=False)

    def _forget_old(self) -> None:
        oldest = self._clock.elapsed() - KEPT_SECONDS
        while self._pending and next(iter(self._pending.values())).at < oldest:
            self._pending.popitem(last=False)

    def _wanted(self, update: RawUpdate) -> bool:
        kinds = update.keys() - {"update_id"}
        if self.allowed is None:
            return not kinds & NOT_BY_DEFAULT
        return not kinds or bool(kinds & self.allowed)
