"""Presence: whether whoever holds leases is still alive, by a lock that ends with its session.

A lease ends by the clock at last; but an urgent message must not wait two minutes because a process died.
"""

import asyncio
from collections.abc import Collection

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import locks
from storage.line import LINE_ERRORS, line

HOLD = "SELECT pg_advisory_lock($1, hashtext($2))"
# Seconds between attempts at a database that is away.
AGAIN = 1.0
log = structlog.get_logger(__name__)


async def present(engine: AsyncEngine, holders: Collection[str]) -> None:
    """Let other processes see that these holders of leases live, until cancelled; PostgreSQL only."""
    while True:
        try:
            async with line(engine) as held:
                for holder in holders:
                    await held.connection.execute(HOLD, locks.PRESENCE, holder)
                await held.broken()
        except LINE_ERRORS as error:
            log.warning("not_present", error=type(error).__name__)
        await asyncio.sleep(AGAIN)
