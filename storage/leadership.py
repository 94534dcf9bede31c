"""Leadership: of all processes on one database one at a time, by a lock that ends with its session.

What the server itself can see, the death of a process, passes the leadership on within a second. Of a machine
that dies it hears nothing: it asks, and gives the session up after ten seconds (`storage.line`). The leader
tries its line too and knows within six that it leads no more, so that nobody leads beside it meanwhile.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import shared
from storage.line import LINE_ERRORS, Line, line
from storage.locks import LEADERSHIP

# The call of whoever goes by itself.
CALL = "dnevnichok_leadership"
GO = f"SELECT pg_advisory_unlock({LEADERSHIP}), pg_notify('{CALL}', '')"
# Seconds between attempts: nobody calls when a process dies.
AGAIN = 1.0

Over = Callable[[], Awaitable[None]]


@asynccontextmanager
async def leading(engine: AsyncEngine) -> AsyncIterator[Over]:
    """Wait until this process leads, and lead until left; what is yielded waits until it leads no more.

    Raises `LINE_ERRORS`. On SQLite the only process always leads.
    """
    if not shared(engine):
        yield _never
        return
    async with line(engine) as held:
        await _win(held)
        try:
            yield held.broken
        finally:
            with suppress(*LINE_ERRORS):
                await held.connection.execute(GO)


async def _win(held: Line) -> None:
    called = asyncio.Event()
    await held.connection.add_listener(CALL, lambda *_: called.set())
    while not await held.connection.fetchval(f"SELECT pg_try_advisory_lock({LEADERSHIP})"):
        called.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(AGAIN):
                await called.wait()


async def _never() -> None:
    await asyncio.Event().wait()
