"""A connection of one's own to PostgreSQL, outside the pool: for what lives as long as its session does.

Signals, presence, leadership, claims and each shared allowance have one. It must reach the server itself:
what pools transactions on the way (PgBouncer and the like) has no sessions to offer.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine

# What a line may fail with: the server, the driver, the network.
LINE_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)
# Seconds: how often a quiet line is tried, and how long its answer may take. Whoever holds something by the
# line knows of its end after twice that, before the server lets anybody else have it.
CHECK = 3.0
# The server gives up a client that is not heard of (a machine without power) after 4 + 3 · 2 seconds; the end
# of a mere process it hears at once, within a statement after the check interval (milliseconds).
SESSION = {
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10000",
    "client_connection_check_interval": "2000",
    "statement_timeout": "0",
    "lock_timeout": "0",
    "idle_session_timeout": "0",
}


class Line:
    """An open line; statements on it are committed one by one."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self._ended = asyncio.Event()
        connection.add_termination_listener(lambda _: self._ended.set())

    async def broken(self) -> None:
        """Return when the line is of no use any more."""
        while not self._ended.is_set():
            try:
                async with asyncio.timeout(CHECK):
                    await self._ended.wait()
            except TimeoutError:
                await self._try()

    async def _try(self) -> None:
        try:
            async with asyncio.timeout(CHECK):
                await self.connection.execute("SELECT 1")
        except LINE_ERRORS:
            self._ended.set()


@asynccontextmanager
async def line(engine: AsyncEngine, **session: str) -> AsyncIterator[Line]:
    """A line to the engine's server, perhaps with more settings of its session. Raises `LINE_ERRORS`."""
    _, address = engine.dialect.create_connect_args(engine.url)
    for of_the_engine in [name for name in address if name.startswith("prepared_statement")]:
        del address[of_the_engine]
    connection = await asyncpg.connect(
        **address,
        timeout=CHECK,
        command_timeout=CHECK,
        # Who holds what can be read in the server's own views.
        server_settings={**SESSION, "application_name": f"dnevnichok {os.getpid()}", **session},
    )
    try:
        yield Line(connection)
    finally:
        # Without a word of parting: the other side may be gone, and nothing is under way.
        connection.terminate()
