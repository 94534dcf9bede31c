"""SQLite on the event loop: whatever is long leaves the loop to others, and nothing is lost by that."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from storage.db import Db
from storage.engine import open_engine
from storage.near import MANY
from storage.unit_of_work import SqlStore

LONG = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
    SELECT count(*) FROM n"""
HEAVY = "SELECT count(*) FROM numbers a JOIN numbers b ON a.n + b.n > 0"
SOME = 1000


@pytest.fixture
async def numbers(tmp_path: Path) -> AsyncIterator[tuple[SqlStore, Path]]:
    """A file with a thousand numbers."""
    path = tmp_path / "numbers.sqlite"
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    store = SqlStore(engine)
    async with store.connection(writing=True) as db:
        await db.run(text("CREATE TABLE numbers (n integer)"))
        await db.run(text("INSERT INTO numbers VALUES (:n)"), [{"n": n} for n in range(SOME)])
        await db.connection.commit()
    yield store, path
    await engine.dispose()


@asynccontextmanager
async def turns() -> AsyncIterator[list[int]]:
    """How often others had their turn meanwhile."""
    had = [0]

    async def count() -> None:
        while True:
            await asyncio.sleep(0)
            had[0] += 1

    task = asyncio.create_task(count())
    yield had
    task.cancel()


async def count(db: Db) -> int:
    return int(await db.scalar(text("SELECT count(*) FROM numbers")))


@pytest.mark.parametrize("question", [HEAVY, LONG])
async def test_a_long_question_leaves_the_loop_to_others(
    numbers: tuple[SqlStore, Path], question: str
) -> None:
    async with numbers[0].connection() as db, turns() as had:
        assert await db.scalar(text(question)) in (SOME * SOME - 1, 200_000)
        assert had[0] > 0


async def test_a_short_question_takes_no_turn_away(numbers: tuple[SqlStore, Path]) -> None:
    async with numbers[0].connection() as db:
        await count(db)
        async with turns() as had:
            assert await count(db) == SOME
            assert had[0] == 0


async def test_many_short_questions_of_one_reading_let_the_others_in(
    numbers: tuple[SqlStore, Path],
) -> None:
    async with numbers[0].connection() as db, turns() as had:
        for _ in range(300):
            await count(db)
        assert had[0] > 0


async def test_a_question_broken_off_keeps_what_its_transaction_has_written(
    numbers: tuple[SqlStore, Path],
) -> None:
    store, _ = numbers
    async with store.connection(writing=True) as db:
        await db.run(text("INSERT INTO numbers VALUES (-1)"))
        assert await db.scalar(text(HEAVY)) > SOME
        assert await count(db) == SOME + 1
        await db.connection.commit()
    async with store.connection() as db:
        assert await count(db) == SOME + 1


async def test_many_rows_go_in_beside_the_loop(numbers: tuple[SqlStore, Path]) -> None:
    store, _ = numbers
    async with store.connection(writing=True) as db:
        rows = [{"n": n} for n in range(MANY + 1)]
        async with turns() as had:
            await db.run(text("INSERT INTO numbers VALUES (:n)"), rows)
            assert had[0] > 0
        assert await count(db) == SOME + len(rows)


async def test_a_lock_of_another_process_is_waited_for_beside_the_loop(
    numbers: tuple[SqlStore, Path],
) -> None:
    store, path = numbers
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO numbers VALUES (-2)")

    async def write() -> int:
        async with store.connection(writing=True) as db:
            await db.run(text("INSERT INTO numbers VALUES (-3)"))
            found = await count(db)
            await db.connection.commit()
            return found

    writing = asyncio.create_task(write())
    await asyncio.sleep(0.1)
    assert not writing.done()
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(text("numbers"))) == SOME
    other.execute("COMMIT")
    other.close()
    assert await writing == SOME + 2
