"""The bot's queue of updates: numbered, confirmed by offset, kept for a day, long-polled by one at a time."""

import asyncio
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import Any

from simulator.clock import Clock
from simulator.errors import Error, Refusal

KEPT_SECONDS = 24 * 3600
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}

RawUpdate = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pending:
    """An unconfirmed update and the moment (monotonic seconds) it came."""

    update: RawUpdate
    at: float

    @property
    def id(self) -> int:
        """Its `update_id`."""
        number = self.update["update_id"]
        return number if isinstance(number, int) else 0


class UpdateQueue:
    """Updates of one bot in order of arrival; `allowed` None means all but the three opt-in kinds."""

    def __init__(self, clock: Clock, first_id: int = 100_000) -> None:
        self._clock = clock
        self._next_id = first_id
        self._pending: deque[Pending] = deque()
        self._arrived = asyncio.Event()
        self._poll: asyncio.Future[Refusal] | None = None
        self.allowed: set[str] | None = None

    def __len__(self) -> int:
        self._forget_old()
        return len(self._pending)

    def put(self, update: RawUpdate) -> int | None:
        """Queue an update, numbering it unless it brings an `update_id`; None when its kind is not wanted."""
        if not self._wanted(update):
            return None
        if "update_id" not in update:
            update = {"update_id": self._next_id, **update}
            self._next_id += 1
        elif isinstance(update["update_id"], int):
            self._next_id = max(self._next_id, update["update_id"] + 1)
        pending = Pending(update, self._clock.elapsed())
        self._pending.append(pending)
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
        return [pending.update for pending in islice(self._pending, limit)]

    def interrupt(self, refusal: Refusal) -> None:
        """End a waiting getUpdates with `refusal`."""
        if self._poll and not self._poll.done():
            self._poll.set_result(refusal)

    def clear(self) -> None:
        """Drop everything pending."""
        self._pending.clear()

    def waiting(self) -> list[Pending]:
        """Unconfirmed updates, oldest first."""
        self._forget_old()
        return list(self._pending)

    def done(self, pending: Pending) -> None:
        """Drop one update that a webhook took."""
        if pending in self._pending:
            self._pending.remove(pending)

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
            self._pending = deque(list(self._pending)[offset:])
            return
        while self._pending and self._pending[0].id < offset:
            self._pending.popleft()

    def _forget_old(self) -> None:
        oldest = self._clock.elapsed() - KEPT_SECONDS
        while self._pending and self._pending[0].at < oldest:
            self._pending.popleft()

    def _wanted(self, update: RawUpdate) -> bool:
        kinds = update.keys() - {"update_id"}
        if self.allowed is None:
            return not kinds & NOT_BY_DEFAULT
        return not kinds or bool(kinds & self.allowed)
