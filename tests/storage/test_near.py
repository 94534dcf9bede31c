"""Readings on the event loop: whatever is long leaves the loop to others, and nothing can be written."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage import near
from storage.db import Db
from storage.engine import open_engine
from storage.near import NearDb
from storage.unit_of_work import SqlStore

HEAVY = "SELECT count(*) FROM numbers a JOIN numbers b ON a.n + b.n > 0"
ROWS = "SELECT a.n FROM numbers a JOIN numbers b WHERE b.n < 200"
SOME = 1000


@pytest.fixture
async def numbers(tmp_path: Path) -> AsyncIterator[SqlStore]:
    """A file with a thousand numbers."""
    engine = open_engine(f"sqlite+aiosqlite:///{tmp_path / 'numbers.sqlite'}")
    store = SqlStore(engine)
    async with store.connection(writing=True) as db:
        await db.run(text("CREATE TABLE numbers (n integer)"))
        await db.run(text("INSERT INTO numbers VALUES (:n)"), [{"n": n} for n in range(SOME)])
        await db.connection.commit()
    yield store
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


async def test_a_long_question_leaves_the_loop_to_others(numbers: SqlStore) -> None:
    async with numbers.snapshot() as db, turns() as had:
        assert await db.scalar(text(HEAVY)) == SOME * SOME - 1
        assert had[0] > 0
        # Broken off among its rows as well as before the first.
        assert len(await db.all(text(ROWS))) == SOME * 200


async def test_a_short_question_is_never_broken_off_however_often_it_is_asked(
    numbers: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near, "TURN", 60.0)
    async with numbers.snapshot() as db, turns() as had:
        assert isinstance(db, NearDb)
        for _ in range(400):
            assert await count(db) == SOME
        assert had[0] == 0


async def test_many_short_questions_of_one_reading_let_the_others_in(numbers: SqlStore) -> None:
    async with numbers.snapshot() as db, turns() as had:
        for _ in range(2000):
            await count(db)
        assert had[0] > 0


async def test_a_question_asked_again_in_a_thread_still_sees_the_state_of_its_reading(
    numbers: SqlStore,
) -> None:
    async with numbers.snapshot() as db:
        assert await count(db) == SOME
        async with numbers.connection(writing=True) as other:
            await other.run(text("INSERT INTO numbers VALUES (1)"))
            await other.connection.commit()
        assert await db.scalar(text(HEAVY)) == SOME * SOME - 1
        assert await count(db) == SOME
    async with numbers.snapshot() as db:
        assert await count(db) == SOME + 1


async def test_nothing_can_be_written_in_a_reading(numbers: SqlStore) -> None:
    async with numbers.snapshot() as db:
        with pytest.raises(OperationalError, match="readonly"):
            await db.scalar(text("INSERT INTO numbers VALUES (2) RETURNING n"))
        assert await count(db) == SOME


async def test_a_reading_cancelled_in_a_long_question_leaves_a_connection_of_use(numbers: SqlStore) -> None:
    async def read() -> None:
        async with numbers.snapshot() as db:
            await db.scalar(text(f"{HEAVY} AND a.n * b.n + a.n - b.n <> 7"))

    for _ in range(3):
        task = asyncio.create_task(read())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with numbers.snapshot() as db:
        assert await count(db) == SOME
