"""Who holds the writer and for how long, who waits for it, and how late the event loop itself is.

    with traced() as traces, lateness() as late: …

A tap that is late because somebody else writes is the program's fault; one that is late although nobody
writes had no processor: the event loop was late too.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from storage.db import Db
from storage.unit_of_work import SqlStore

STEP = 0.005


@dataclass(frozen=True, slots=True)
class Turn:
    """One transaction that could write: who, since when, how long it waited for its turn and took it (ms)."""

    who: str
    at: float
    waited: float
    held: float


@contextmanager
def traced() -> Iterator[list[Turn]]:
    """Every turn at the writer, as long as the block lasts."""
    turns: list[Turn] = []
    plain = SqlStore.connection

    @asynccontextmanager
    async def connection(self: SqlStore, **options: Any) -> AsyncIterator[Db]:
        if not options.get("writing"):
            async with plain(self, **options) as db:
                yield db
            return
        who, asked, began = _caller(), time.perf_counter(), 0.0
        try:
            async with plain(self, **options) as db:
                began = time.perf_counter()
                yield db
        finally:
            ended = time.perf_counter()
            turns.append(Turn(who, asked, (began - asked) * 1000, (ended - began) * 1000))

    SqlStore.connection = connection  # type: ignore[method-assign, assignment]
    try:
        yield turns
    finally:
        SqlStore.connection = plain  # type: ignore[method-assign]


@asynccontextmanager
async def lateness() -> AsyncIterator[list[float]]:
    """By how many milliseconds the loop came late to what was due every few of them."""
    found: list[float] = []

    async def look() -> None:
        while True:
            due = time.perf_counter() + STEP
            await asyncio.sleep(STEP)
            found.append((time.perf_counter() - due) * 1000)

    task = asyncio.create_task(look())
    try:
        yield found
    finally:
        task.cancel()


INSIDE = ("contextlib", "asyncio", "storage.unit_of_work", "journal.context", __name__)


def _caller() -> str:
    """The first function outside of the store and of what runs it."""
    frame = sys._getframe(1)
    while frame.f_back is not None:
        name = frame.f_globals.get("__name__", "")
        if not name.startswith(
            ("contextlib", "asyncio", "storage.unit_of_work", "journal.context", __name__)
        ):
            return f"{name}.{frame.f_code.co_name}"
        frame = frame.f_back
    return "?"
