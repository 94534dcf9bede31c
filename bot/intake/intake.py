"""The intake: raw updates become committed rows, then go to their lanes."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.intake.lanes import Lanes
from bot.intake.raw import chat_of, clean, key_of, update_id
from bot.intake.regrets import Regrets
from journal.clock import Clock
from storage import inbox
from storage.inbox import Stored
from storage.unit_of_work import SqlStore

NOW = timedelta(0)
log = structlog.get_logger(__name__)


class Intake:
    """Accepts raw updates; a batch is one commit."""

    def __init__(self, store: SqlStore, lanes: Lanes, clock: Clock, regrets: Regrets | None = None) -> None:
        self._store = store
        self._regrets = regrets
        self._lanes = lanes
        self._clock = clock

    @property
    def load(self) -> int:
        """How many updates wait or are being handled here."""
        return self._lanes.load

    async def accept(self, raws: Sequence[Any]) -> None:
        """Keep the updates and hand on the new ones; afterwards they may be confirmed to the messenger.

        Where they cannot be kept the people are told, and whatever says so is raised.
        """
        try:
            await self._accept(raws)
        except (SQLAlchemyError, OSError):
            if self._regrets is not None:
                await self._regrets.tell(raws)
            raise
        if self._regrets is not None:
            self._regrets.over()

    async def _accept(self, raws: Sequence[Any]) -> None:
        now = self._clock.now()
        items = []
        for raw in raws:
            number = update_id(raw)
            if number is None:
                # Without an id it can neither be kept nor come again.
                log.warning("update_without_id")
                metrics.updates.labels("malformed").inc()
                continue
            whole = clean(raw)
            chat = chat_of(whole)
            items.append(Stored(number, chat, whole, now, key_of(whole, chat)))
        if not items:
            return
        async with self._store.connection(writing=True) as db:
            fresh = await inbox.store(db, items)
            await db.connection.commit()
        metrics.updates.labels("duplicate").inc(len(items) - len(fresh))
        for item in fresh:
            self._lanes.put(item)

    async def resume(self, age: timedelta = NOW) -> int:
        """Hand on what was left unsettled for at least `age`; returns how many."""
        async with self._store.connection() as db:
            left = await inbox.waiting(db, self._clock.now() - age)
        for item in left:
            self._lanes.put(item)
        return len(left)

    async def keep_resuming(self) -> None:
        """Hand on, until cancelled, what a database or a process that went away left unsettled."""
        while True:
            await asyncio.sleep(self._lanes.resuming)
            try:
                await self.resume(self._lanes.left)
            except (SQLAlchemyError, OSError) as error:
                log.warning("resuming_failed", error=type(error).__name__)
