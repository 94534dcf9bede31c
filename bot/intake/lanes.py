"""Lanes: updates of one chat strictly one after the other, chats side by side, a bounded number at once."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import timedelta

from storage.inbox import Stored


class Lanes:
    """Hands each update to `handle`, which must not raise."""

    # What was left unsettled for so long, as by a database that was away, is taken up again; how often it is
    # looked for, in seconds.
    left = timedelta(minutes=1)
    resuming = 30.0

    def __init__(self, handle: Callable[[Stored], Awaitable[None]], width: int = 32) -> None:
        self._handle = handle
        self._width = asyncio.Semaphore(width)
        self._queues: dict[str, deque[Stored]] = {}
        self._numbers: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    @property
    def load(self) -> int:
        """How many updates wait or are being handled."""
        return len(self._numbers)

    def put(self, item: Stored) -> None:
        """Queue the update behind those of its chat; one that is here already is passed over."""
        if item.update_id in self._numbers:
            return
        self._numbers.add(item.update_id)
        if item.chat in self._queues:
            self._queues[item.chat].append(item)
            return
        self._queues[item.chat] = deque()
        task = asyncio.create_task(self._run(item), name=f"chat {item.chat}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self, patience: float) -> None:
        """Finish what is being handled; what only waits is durable and goes again at the next start."""
        self._stopping = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, item: Stored) -> None:
        chat = item.chat
        try:
            while not self._stopping:
                async with self._width:
                    await self._handle(item)
                self._numbers.discard(item.update_id)
                if not self._queues[chat]:
                    break
                item = self._queues[chat].popleft()
        finally:
            del self._queues[chat]
