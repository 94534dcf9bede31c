"""Lanes of one process among several at the door: a chat is served by whoever has claimed it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.house import House
from bot.intake.lanes import Lanes
from bot.intake.settling import Settler
from bot.roles.part import Task, cancelled, started
from storage import inbox
from storage.claims import Claim, Claims
from storage.engine import shared
from storage.inbox import Stored
from storage.unit_of_work import SqlStore

# Seconds between the tries at a chat that another process serves.
ELSEWHERE = 0.05
Handle = Callable[[Stored], Awaitable[None]]
log = structlog.get_logger(__name__)


class SharedLanes(Lanes):
    """Whatever came in here, handled is what waits in the chat: also what a process left that is no more."""

    # A process may be no more at any moment: what it kept, others take up within seconds.
    left = timedelta(seconds=2)
    resuming = 2.0

    def __init__(
        self,
        handle: Handle,
        width: int,
        store: SqlStore,
        settler: Settler,
        claims: Claims,
    ) -> None:
        super().__init__(handle, width)
        self._store = store
        self._settler = settler
        self._claims = claims

    async def _run(self, item: Stored) -> None:
        queue = self._queues[item.chat]
        queue.append(item)
        try:
            while queue and not self._stopping:
                if not await self._serve(item.chat, queue):
                    await asyncio.sleep(ELSEWHERE)
        finally:
            self._numbers.difference_update(left.update_id for left in queue)
            del self._queues[item.chat]

    async def _serve(self, chat: str, queue: deque[Stored]) -> bool:
        """Handle what waits in the chat; False where another process is at it."""
        async with self._width:
            claim = await self._claims.take(chat)
            if claim is None:
                return False
            here = {item.update_id: item for item in queue}
            queue.clear()
            try:
                await self._handle_all(claim, here)
            finally:
                self._numbers.difference_update(here)
                self._claims.give_back(claim, self._settler.gathered(claim.waiting))
            return True

    async def _handle_all(self, claim: Claim, here: dict[int, Stored]) -> None:
        here |= await self._brought([number for number in claim.waiting if number not in here])
        for number in claim.waiting:
            if self._stopping:
                break
            if number in here:
                await self._handle(here[number])

    async def _brought(self, numbers: Collection[int]) -> dict[int, Stored]:
        """What other processes kept; where the database is away it waits on."""
        if not numbers:
            return {}
        try:
            async with self._store.connection() as db:
                return {item.update_id: item for item in await inbox.chosen(db, numbers)}
        except (SQLAlchemyError, OSError) as error:
            log.warning("bringing_failed", error=type(error).__name__)
            return {}


@asynccontextmanager
async def lanes_of(house: House, handle: Handle) -> AsyncIterator[tuple[Lanes, dict[str, Task]]]:
    """The lanes of a process, alone at an SQLite file or one of any number at PostgreSQL, and their tasks.

    Leaving it finishes what is being handled, writes down what is done, and only then lets others have it.
    """
    settings = house.settings
    async with AsyncExitStack() as stack:
        tasks, lanes = {}, Lanes(handle, settings.concurrency)
        if shared(house.engine):
            claims = Claims(house.engine, house.clock.now)
            tasks["claims"] = started(claims.run(), "claims")
            stack.push_async_callback(cancelled, tasks["claims"])
            lanes = SharedLanes(handle, settings.concurrency, house.store, house.settler, claims)
        tasks["settler"] = started(house.settler.run(), "settler")
        stack.push_async_callback(house.settler.stop, tasks["settler"])
        stack.push_async_callback(lanes.stop, settings.stop_patience)
        yield lanes, tasks
