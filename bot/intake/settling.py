"""Lazy settling: updates that changed nothing are marked done together, many a commit."""

import asyncio
import contextlib
from collections.abc import Iterable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from journal.clock import Clock
from storage import actors, inbox
from storage.inbox import Stored
from storage.unit_of_work import SqlStore

log = structlog.get_logger(__name__)
INTERVAL = 0.5


class Settler:
    """Gathers what is done and who was seen, and writes both down a few times a second at most."""

    def __init__(self, store: SqlStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._seen: set[int] = set()
        self._bell = asyncio.Event()

    def done(self, item: Stored) -> None:
        self._store.handled.note(item.update_id, item.chat)
        self._bell.set()

    def gathered(self, update_ids: Iterable[int]) -> set[int]:
        """Which of these are done and not written down yet."""
        return self._store.handled.unwritten().intersection(update_ids)

    def seen(self, account_id: int) -> None:
        self._seen.add(account_id)

    async def run(self) -> None:
        """Settle until cancelled; what is gathered then is written by `flush`."""
        while True:
            await self._bell.wait()
            await asyncio.sleep(INTERVAL)
            self._bell.clear()
            await self.flush()

    async def flush(self) -> None:
        """Write down what is gathered; where the database is away it stays gathered."""
        done, seen = self._store.handled.unwritten(), set(self._seen)
        now = self._clock.now()
        try:
            async with self._store.connection(writing=True, patient=True) as db:
                if done:
                    await inbox.settle_many(db, done, now)
                await actors.seen(db, seen, now)
                await db.connection.commit()
        except (SQLAlchemyError, OSError) as error:
            log.warning("settling_failed", error=type(error).__name__)
            self._bell.set()
            return
        self._store.handled.written(done)
        self._seen -= seen

    async def stop(self, task: asyncio.Task[None]) -> None:
        """End `run` and write down the rest."""
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await self.flush()
