"""Waiting events whose hold is over → pushes in the outbox, both in one transaction."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import accumulate, groupby
from math import inf

import structlog

from journal.model.outbox import NewPush
from notifications.areas import EXPANSIONS, PATIENT
from notifications.house import House, Round, round_of
from notifications.retry import expansion_again
from notifications.routing import on_their_ways, queue
from storage import events, outbox
from storage.db import away
from storage.events import Waiting

# In one transaction so many events, of so many children and readers: nobody who writes waits for longer.
MOST, MOST_NAMED = 200, 50
# At most so many seconds between two steps of what is told to many.
BREATH = 0.1

log = structlog.get_logger(__name__)


class Expander:
    """Expands what is due; running it twice, or dying in the middle, tells nobody twice."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._stopped = False

    def stop(self) -> None:
        """Begin no further transaction: what is left of a notice to thousands is expanded after a restart."""
        self._stopped = True

    async def expand_due(self) -> int:
        """Expand every due event, in a constant number of statements a batch; returns how many there were.

        Raises whatever says that the database is away: the events wait, and it counts against none of them.
        """
        total = 0
        while not self._stopped and await self._any_due():
            batch = await self._expand_patiently() or await self._expand_batch()
            if not batch:
                break
            total += batch
        return total

    async def next_due(self) -> float:
        """Seconds of the school's clock until the next hold is over; endless where nothing waits."""
        async with self.house.store.snapshot() as db:
            first = await events.first_hold(db)
        return inf if first is None else max(0.0, (first - self.house.clock.now()).total_seconds())

    async def _any_due(self) -> bool:
        # Most of the time nothing is, and whoever only looks keeps no writer waiting.
        async with self.house.store.snapshot() as db:
            return await events.any_due(db, self.house.clock.now())

    async def _expand_patiently(self) -> int:
        """What is told to many, where there is one writer: reckoned without it, then written in no time.

        In between whoever takes a register has the writer and the processor as long as this had. Returns 0
        where something else comes first, or where the events are no longer what they were.
        """
        if not self.house.store.one_writer:
            return 0
        began = time.monotonic()
        async with self.house.store.snapshot() as db:
            round_ = round_of(self.house, db)
            batch = _light(await events.due(db, round_.now, MOST, PATIENT))
            if not batch or batch[0].kind not in PATIENT:
                return 0
            try:
                pushes = await on_their_ways(round_, await _pushes(round_, batch))
            except Exception as error:
                if away(error):
                    raise
                # Taken singly, whoever is to blame is found.
                return 0
        ids = [event.id for event in batch]
        async with self.house.store.connection(writing=True, patient=True) as db:
            now = self.house.clock.now()
            if await events.settle(db, ids, now) != len(ids):
                return 0
            await outbox.queue(db, pushes, now)
            await db.connection.commit()
        await asyncio.sleep(min(BREATH, time.monotonic() - began))
        return len(ids)

    async def _expand_batch(self) -> int:
        try:
            return await self._take(_together)
        except Exception as error:
            if away(error):
                raise
            # One event that nobody can expand must not stop the others: find it by taking them singly.
            log.exception("expansion_failed")
            return await self._take(_singly)

    async def _take(self, expand: Callable[[Round, Sequence[Waiting]], Awaitable[None]]) -> int:
        async with self.house.store.connection(writing=True, patient=True) as db:
            round_ = round_of(self.house, db)
            batch = _light(await events.due(db, round_.now, MOST, PATIENT))
            if batch:
                await expand(round_, batch)
                await db.connection.commit()
            return len(batch)


def _light(batch: Sequence[Waiting]) -> list[Waiting]:
    """As many of them, from the first on, as name no more people than one transaction may; at least one."""
    named = accumulate(
        sum(len(one) for one in event.payload.values() if isinstance(one, list)) for event in batch
    )
    return [
        event for event, so_far in zip(batch, named, strict=True) if event is batch[0] or so_far <= MOST_NAMED
    ]


async def _together(round_: Round, batch: Sequence[Waiting]) -> None:
    await queue(round_, await _pushes(round_, batch))
    await events.settle(round_.db, [event.id for event in batch], round_.now)


async def _singly(round_: Round, batch: Sequence[Waiting]) -> None:
    """Each event by itself; what fails waits for its next try, or is set aside after the last one."""
    for event in batch:
        try:
            async with round_.db.connection.begin_nested():
                await _together(round_, [event])
        except Exception as error:
            if away(error):
                raise
            again = expansion_again(event.tries, round_.now)
            log.exception("event_not_expanded", event_id=event.id, kind=event.kind, again=again)
            await events.failed(round_.db, event.id, round_.now, type(error).__name__, again)


async def _pushes(round_: Round, batch: Sequence[Waiting]) -> list[NewPush]:
    found: list[NewPush] = []
    for kind, of_kind in groupby(sorted(batch, key=lambda event: event.kind), lambda event: event.kind):
        expansion = EXPANSIONS.get(kind)
        if expansion is None:
            log.warning("event_without_audience", kind=kind)
            continue
        found += await expansion(round_, list(of_kind))
    return found
