"""Waiting events whose hold is over → pushes in the outbox, both in one transaction."""

from collections.abc import Sequence
from itertools import groupby

import structlog

from notifications.areas import EXPANSIONS
from notifications.house import House, Round, round_of
from storage import events, outbox
from storage.events import Waiting

MOST = 200

log = structlog.get_logger(__name__)


class Expander:
    """Expands what is due; running it twice, or dying in the middle, tells nobody twice."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def expand_due(self) -> int:
        """Expand every due event, in a constant number of statements a batch; returns how many there were."""
        total = 0
        while await self._any_due() and (batch := await self._expand_batch()):
            total += batch
        return total

    async def _any_due(self) -> bool:
        # Most of the time nothing is, and whoever only looks keeps no writer waiting.
        async with self.house.store.connection() as db:
            return await events.any_due(db, self.house.clock.now())

    async def _expand_batch(self) -> int:
        try:
            return await self._expand(MOST)
        except Exception:
            # One event that nobody can expand must not stop the others: find it by taking them singly.
            log.exception("expansion_failed")
            return await self._expand_singly()

    async def _expand(self, most: int) -> int:
        async with self.house.store.connection(writing=True) as db:
            round_ = round_of(self.house, db)
            batch = await events.due(db, round_.now, most)
            if batch:
                await _queue(round_, batch)
                await events.settle(db, [event.id for event in batch], round_.now)
                await db.connection.commit()
            return len(batch)

    async def _expand_singly(self) -> int:
        """Expand the oldest event alone; set it aside with the reason where that fails."""
        try:
            return await self._expand(1)
        except Exception as error:
            log.exception("event_set_aside")
            async with self.house.store.connection(writing=True) as db:
                round_ = round_of(self.house, db)
                batch = await events.due(db, round_.now, 1)
                reason = type(error).__name__
                await events.settle(
                    db, [event.id for event in batch], round_.now, state="failed", error=reason
                )
                await db.connection.commit()
                return len(batch)


async def _queue(round_: Round, batch: Sequence[Waiting]) -> None:
    for kind, of_kind in groupby(sorted(batch, key=lambda event: event.kind), lambda event: event.kind):
        expansion = EXPANSIONS.get(kind)
        if expansion is None:
            log.warning("event_without_audience", kind=kind)
            continue
        await outbox.queue(round_.db, await expansion(round_, list(of_kind)), round_.now)
