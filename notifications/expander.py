"""Waiting events whose hold is over → pushes in the outbox, both in one transaction."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import groupby
from math import inf

import structlog

from notifications.areas import EXPANSIONS
from notifications.house import House, Round, round_of
from notifications.retry import expansion_again
from notifications.routing import queue
from storage import events
from storage.db import away
from storage.events import Waiting

MOST = 200

log = structlog.get_logger(__name__)


class Expander:
    """Expands what is due; running it twice, or dying in the middle, tells nobody twice."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def expand_due(self) -> int:
        """Expand every due event, in a constant number of statements a batch; returns how many there were.

        Raises whatever says that the database is away: the events wait, and it counts against none of them.
        """
        total = 0
        while await self._any_due() and (batch := await self._expand_batch()):
            total += batch
        return total

    async def next_due(self) -> float:
        """Seconds of the school's clock until the next hold is over; endless where nothing waits."""
        async with self.house.store.connection() as db:
            first = await events.first_hold(db)
        return inf if first is None else max(0.0, (first - self.house.clock.now()).total_seconds())

    async def _any_due(self) -> bool:
        # Most of the time nothing is, and whoever only looks keeps no writer waiting.
        async with self.house.store.connection() as db:
            return await events.any_due(db, self.house.clock.now())

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
        async with self.house.store.connection(writing=True) as db:
            round_ = round_of(self.house, db)
            batch = await events.due(db, round_.now, MOST)
            if batch:
                await expand(round_, batch)
                await db.connection.commit()
            return len(batch)


async def _together(round_: Round, batch: Sequence[Waiting]) -> None:
    await _queue(round_, batch)
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


async def _queue(round_: Round, batch: Sequence[Waiting]) -> None:
    for kind, of_kind in groupby(sorted(batch, key=lambda event: event.kind), lambda event: event.kind):
        expansion = EXPANSIONS.get(kind)
        if expansion is None:
            log.warning("event_without_audience", kind=kind)
            continue
        await queue(round_, await expansion(round_, list(of_kind)))
