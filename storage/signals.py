"""Signals between processes: whoever commits news calls the senders, by the database, in that transaction.

A signal only shortens the waiting: what is due stands in tables and is looked for by itself besides. On
SQLite one process does everything, and nobody need be called.
"""

import asyncio
from collections.abc import Callable

import structlog
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.db import Db
from storage.line import LINE_ERRORS, line

NEWS = "dnevnichok_news"
# Between attempts at a database that is away.
AGAIN = 1.0
log = structlog.get_logger(__name__)


async def news(db: Db) -> None:
    """Call whoever tells people, when this transaction is committed; many calls in one are heard once."""
    if db.dialect == "postgresql":
        await db.run(select(func.pg_notify(NEWS, "")))


async def listen(engine: AsyncEngine, heard: Callable[[], None]) -> None:
    """Call `heard` at every signal, and after each gap in which one may have been missed; until cancelled."""
    while True:
        try:
            async with line(engine) as called:
                await called.connection.add_listener(NEWS, lambda *_: heard())
                heard()
                await called.broken()
        except LINE_ERRORS as error:
            log.warning("not_listening", error=type(error).__name__)
        await asyncio.sleep(AGAIN)
