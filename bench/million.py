"""P12: a million guardians: hours by Telegram's allowance, and what a million waiting pushes cost.

The hours are reckoned; file, claims, glances, clean-up and memory are measured, on SQLite and on PostgreSQL.
`--rows=1000000 --engines=sqlite,postgresql`.
"""

import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import psutil
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bench.great import NOW, SCHOOL, GreatHouse
from bench.options import option
from bench.table import Figure, show
from journal.clock import FrozenClock
from journal.model.outbox import Lane, PushState
from journal.regulation import preset
from notifications.ledger import Ledger
from notifications.pace import PAID_RATE, RATE
from notifications.pacing import SHARE
from storage import housekeeping, migrations
from storage.engine import open_engine
from storage.outbox import Settlement
from storage.unit_of_work import SqlStore
from tests.support.engines import database_of_its_own, postgres_server

GUARDIANS = 1_000_000
# Guardians of a school of 1,000 students, with a bot of its own.
A_SCHOOL = 2_000
TIMES = 20
# What is claimed ahead at 30 and at 1,000 messages a second.
FREE, PAID = 15, 500
# When what was settled now is forgotten.
LATER = housekeeping.KEPT + timedelta(days=1)
MEGABYTE = 1e6
ACCOUNTS = text(r"""
INSERT INTO accounts (id, platform, platform_id, locale, created_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)
SELECT i, 'telegram', CAST(i AS TEXT), 'ru', '2026-09-01 06\:00\:00.000000' FROM n
""")
PUSHES = text(r"""
INSERT INTO outbox (
    account_id, kind, payload, lane, dedup_key, thread, "grouping", due_at, not_before, expires_at, state,
    created_at
)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)
SELECT i, 'weekly', '{"student"\: 1000000, "week"\: "2026-10-10"}', 2, 'million ' || i, 'weekly ' || i, 'few',
    '2026-10-16 14\:59\:00.000000', '2026-10-16 14\:59\:00.000000', '2026-10-19 15\:00\:00.000000', 'waiting',
    '2026-10-16 14\:59\:00.000000' FROM n
""")
SENT = text(r"UPDATE outbox SET state = 'sent', message_id = id, settled_at = '2026-10-16 15\:30\:00.000000'")


async def measure() -> None:
    rows = int(option("rows", str(GUARDIANS)))
    show("P12 hours: a weekly summary for a million, reckoned", _hours())
    for engine in option("engines", "sqlite,postgresql").split(","):
        async with empty_database(engine) as url:
            opened = open_engine(url)
            try:
                show(f"P12 {engine}: {rows:,} pushes", await _measured(opened, rows))
            finally:
                await opened.dispose()


def _hours() -> list[Figure]:
    free, paid = RATE * SHARE, PAID_RATE * SHARE
    return [
        Figure("one bot, free", "hours", (GUARDIANS / free / 3600,)),
        Figure("one bot, paid", "minutes", (GUARDIANS / paid / 60,)),
        Figure(f"{GUARDIANS // A_SCHOOL} schools with a bot each", "minutes", (A_SCHOOL / free / 60,)),
    ]


@asynccontextmanager
async def empty_database(engine: str) -> AsyncIterator[str]:
    """The URL of an empty database, gone afterwards."""
    if engine == "postgresql":
        with postgres_server() as server:
            async with database_of_its_own(server) as url:
                yield url
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite+aiosqlite:///{folder}/million.sqlite"


async def _measured(engine: AsyncEngine, rows: int) -> list[Figure]:
    await migrations.found(engine)
    house = GreatHouse(SqlStore(engine), FrozenClock(NOW), SCHOOL, preset("s3"))
    ledger = Ledger(house)
    empty = await _size(engine)
    await _run(engine, ACCOUNTS, rows)
    bare = await _size(engine)
    glances = [await _times(ledger.due)]
    await _run(engine, PUSHES, rows)
    full = await _size(engine)
    before = _memory()
    glances.append(await _times(ledger.due))
    few, many = await _claims(ledger, FREE), await _claims(ledger, PAID)
    peak = _memory()
    await _run(engine, SENT)
    glances.append(await _times(ledger.due))
    kept = await _once(lambda: _clean(house, NOW))
    forgotten = await _once(lambda: _clean(house, NOW + LATER))
    return [
        Figure("accounts", "MB", ((bare - empty) / MEGABYTE,)),
        Figure("pushes with their indexes", "MB", ((full - bare) / MEGABYTE,)),
        Figure("  each", "bytes", ((full - bare) / rows,)),
        Figure("a glance at what is due, nothing waits", "ms", tuple(glances[0])),
        Figure("  all of them wait", "ms", tuple(glances[1])),
        Figure("  all of them sent", "ms", tuple(glances[2])),
        Figure(f"a claim of {FREE} with all waiting", "ms", tuple(few)),
        Figure(f"a claim of {PAID} with all waiting", "ms", tuple(many)),
        Figure("memory of the claiming process grows by", "MB", (peak - before,)),
        Figure("the nightly clean-up, nothing to forget", "s", (kept,)),
        Figure("  all to forget", "s", (forgotten,)),
    ]


async def _claims(ledger: Ledger, most: int) -> list[float]:
    """Milliseconds of claims alone; what was claimed is settled in between, as a sender does."""
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        messages = await ledger.claim(Lane.BULK, most, ())
        times.append((time.perf_counter() - began) * 1000)
        ends = [Settlement(push.id, PushState.SENT, message_id=1) for message in messages for push in message]
        await ledger.settle(ends)
    return times


async def _run(engine: AsyncEngine, statement: Any, rows: int | None = None) -> None:
    async with engine.begin() as connection:
        await connection.execute(statement, {} if rows is None else {"rows": rows})
    if rows is not None:
        async with engine.connect() as connection:
            await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("ANALYZE"))


async def _size(engine: AsyncEngine) -> int:
    if engine.dialect.name == "postgresql":
        asked = "SELECT pg_database_size(current_database())"
    else:
        asked = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    async with engine.connect() as connection:
        return int((await connection.execute(text(asked))).scalar_one())


async def _clean(house: GreatHouse, now: Any) -> None:
    async with house.store.connection(writing=True) as db:
        await housekeeping.clean_up(db, now)
        await db.connection.commit()


async def _times(work: Callable[[], Awaitable[Any]]) -> list[float]:
    await work()
    return [await _once(work) * 1000 for _ in range(TIMES)]


async def _once(work: Callable[[], Awaitable[Any]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


def _memory() -> float:
    return float(psutil.Process().memory_info().rss) / MEGABYTE
