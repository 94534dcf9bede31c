"""Turns at the one writer of an embedded database: people first, yet whoever is patient has a turn too."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

# So many people in a row go before somebody patient who came earlier.
PASSING = 4


class Turns:
    """One at a time, `async with turns.turn(): …`; each of the two queues in the order of coming."""

    def __init__(self) -> None:
        self._taken = False
        self._people: deque[asyncio.Future[None]] = deque()
        self._patient: deque[asyncio.Future[None]] = deque()
        self._passed = 0

    @asynccontextmanager
    async def turn(self, *, patient: bool = False) -> AsyncIterator[None]:
        """A turn of somebody who waits for an answer, or of a `patient` one, whom nobody looks at."""
        await self._wait(self._patient if patient else self._people)
        try:
            yield
        finally:
            self._hand_on()

    async def _wait(self, queue: deque[asyncio.Future[None]]) -> None:
        if not self._taken:
            self._taken = True
            return
        called: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(called)
        try:
            await called
        except asyncio.CancelledError:
            if not called.cancelled():
                # Called at the very moment of being cancelled.
                self._hand_on()
            with suppress(ValueError):
                queue.remove(called)
            raise

    def _hand_on(self) -> None:
        """Call whoever is next. The turn is never free in between, so nobody slips in."""
        while self._people or self._patient:
            queue = self._next()
            called = queue.popleft()
            if not called.cancelled():
                self._passed = self._passed + 1 if queue is self._people and self._patient else 0
                called.set_result(None)
                return
        self._taken = False

    def _next(self) -> deque[asyncio.Future[None]]:
        patience_ends = self._patient and self._passed >= PASSING
        return self._people if self._people and not patience_ends else self._patient
