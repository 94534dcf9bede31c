"""A school moved between the engines: all of it, the same, or nothing at all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, Text, func, insert, inspect, null, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.context import Ctx, Origin
from journal.regulation import preset
from storage import migrations, moving
from storage.audit import sealing
from storage.engine import open_engine
from storage.moving import MoveError, Reason
from storage.moving.rows import Checksum
from storage.serving import ServedError, at_work
from storage.tables.control import audit, controls
from storage.tables.people import units
from storage.unit_of_work import SqlStore
from tests.support.school import NOW, SCHOOL, SECRET, TODAY, actor_of


@pytest.fixture
async def engines(empty_postgres_url: str) -> AsyncIterator[Any]:
    """Opens engines that are closed with the test, before the database they are at goes."""
    async with AsyncExitStack() as stack:

        def make(url: str | Path) -> AsyncEngine:
            made = open_engine(f"sqlite+aiosqlite:///{url}" if isinstance(url, Path) else url)
            stack.push_async_callback(made.dispose)
            return made

        yield make


@pytest.fixture
async def old(engines: Any, sqlite_school: Path) -> AsyncEngine:
    """The little school with what is hard to carry: forward references, NULL beside `null`, seals."""
    engine: AsyncEngine = engines(sqlite_school)
    store = SqlStore(engine)
    ctx = Ctx(actor_of("maria"), store, FrozenClock(NOW), SCHOOL, preset("s3"), Origin("test"), SECRET)
    async with ctx.writing() as work:
        work.audit("unit.rename", "unit", 11, unit_id=11, before={"9": "й", "10": 0.1}, reason="Ёж «и» 🎄")
        await work.commit()
    async with store.connection(writing=True) as db:
        await sealing.seal(db, SECRET, NOW)
        # A class made after its subgroup points forward.
        year = await db.scalar(select(units.c.year_id).limit(1))
        row = {"kind": "class", "name": "7Я", "grade": 7, "year_id": year}
        await db.run(insert(units).values(id=9000, **row))
        await db.run(insert(units).values(id=8999, **{**row, "name": "7Я, группа 1"}, parent_id=9000))
        day = {"kind": "monthly", "starts_on": TODAY, "ends_on": TODAY}
        for findings in (null(), None, {"ё": [1, None, "\\u0000", 2.5]}):
            await db.run(insert(controls).values(findings=findings, **day))
        await db.connection.commit()
    return engine


async def tables(engine: AsyncEngine) -> list[str]:
    async with engine.connect() as connection:
        return list(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


async def test_a_school_moved_there_and_back_is_the_same(
    engines: Any, old: AsyncEngine, empty_postgres_url: str, tmp_path: Path
) -> None:
    server, back = engines(empty_postgres_url), engines(tmp_path / "back.sqlite")
    there = await moving.move(old, server)
    assert there.rows > 150
    assert (there.audit_entries, there.faults) == (1, ())
    await old.dispose()
    assert (await moving.move(server, back)).tables == there.tables
    for engine in (server, back):
        async with SqlStore(engine).connection() as db:
            assert await db.scalar(select(func.count()).where(controls.c.findings.is_(null()))) == 1
            assert (await sealing.sealed(db, SECRET))[1].fault is None


async def test_a_moved_school_goes_on_numbering_and_guarding(
    engines: Any, old: AsyncEngine, empty_postgres_url: str
) -> None:
    server = engines(empty_postgres_url)
    await moving.move(old, server)
    async with SqlStore(server).connection(writing=True) as db:
        year = await db.scalar(select(units.c.year_id).limit(1))
        assert await db.insert(units, year_id=year, kind="class", name="9Щ", grade=9) == 9001
        with pytest.raises(DBAPIError, match="append-only"):
            await db.run(update(audit).values(reason="другая"))
    assert await migrations.version(server) == migrations.head()


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
async def test_an_interrupted_move_leaves_the_target_empty(
    engines: Any, old: AsyncEngine, empty_postgres_url: str, at: float
) -> None:
    """Cancelled as by Ctrl+C, early, in the middle, at the very end: the next try finds the place empty."""
    server = engines(empty_postgres_url)

    def stop(_: str, done: int, total: int) -> None:
        if done >= at * total:
            moved.cancel()

    moved = asyncio.create_task(moving.move(old, server, stop))
    with pytest.raises(asyncio.CancelledError):
        await moved
    assert await tables(server) == []
    await moving.move(old, server)


async def test_a_row_lost_on_the_way_is_noticed(
    engines: Any, old: AsyncEngine, empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = moving.move.__globals__["write"]

    async def forgetful(connection: Any, table: Any, batches: Any) -> None:
        await whole(connection, table, batches)
        if table is controls:
            await connection.execute(text("DELETE FROM controls WHERE id = (SELECT max(id) FROM controls)"))

    monkeypatch.setitem(moving.move.__globals__, "write", forgetful)
    with pytest.raises(MoveError) as error:
        await moving.move(old, engines(empty_postgres_url))
    assert (error.value.reason, error.value.detail) == (Reason.DIFFERS, "controls")


async def test_what_the_server_cannot_hold_is_named_by_its_table(
    engines: Any, old: AsyncEngine, empty_postgres_url: str
) -> None:
    server = engines(empty_postgres_url)
    async with old.begin() as connection:
        await connection.execute(update(units).where(units.c.id == 9000).values(name="7\x00Я"))
    with pytest.raises(MoveError) as error:
        await moving.move(old, server)
    assert error.value.reason == Reason.REFUSED
    assert error.value.detail.startswith("units ")
    assert await tables(server) == []


async def test_a_school_moves_only_from_its_newest_step_into_an_empty_place(
    engines: Any, old: AsyncEngine, empty_postgres_url: str, tmp_path: Path
) -> None:
    server = engines(empty_postgres_url)
    assert await _refusal(engines(tmp_path / "nothing.sqlite"), server) == Reason.NO_SCHOOL
    async with server.begin() as connection:
        await connection.execute(text("CREATE TABLE somebody_elses (id int)"))
    assert await _refusal(old, server) == Reason.NOT_EMPTY
    async with old.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert await _refusal(old, server) == Reason.STEP


async def test_a_school_is_not_moved_while_a_bot_serves_it(
    engines: Any, old: AsyncEngine, empty_postgres_url: str, tmp_path: Path
) -> None:
    server = engines(empty_postgres_url)
    await moving.move(old, server)
    async with engines(empty_postgres_url).connect() as somebody:
        await somebody.execute(text("SELECT 1"))
        assert await _refusal(server, engines(tmp_path / "back.sqlite")) == Reason.SERVED


def test_many_work_on_a_file_together_or_one_alone(tmp_path: Path) -> None:
    file = tmp_path / "school.sqlite"
    with at_work(file), at_work(file), pytest.raises(ServedError), at_work(file, alone=True):
        pass
    with at_work(file, alone=True), pytest.raises(ServedError), at_work(file):
        pass


ROWS = st.lists(st.tuples(st.integers(), st.text(), st.none()), max_size=8)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_checksum_asks_for_every_row_and_not_for_their_order(rows: list[Any], dice: Any) -> None:
    def summed(given: list[Any]) -> tuple[int, str]:
        made = Checksum(Table("things", MetaData(), *(Column(name, Text) for name in "abc")))
        made.add(given)
        return made.rows, made.text

    shuffled = dice.sample(rows, len(rows))
    assert summed(shuffled) == summed(rows)
    if rows:
        assert summed([*rows[1:], (*rows[0][:2], "")]) != summed(rows)
        assert summed([*rows, rows[0]]) != summed(rows)


async def _refusal(old: AsyncEngine, new: AsyncEngine) -> Reason:
    before = await tables(new)
    with pytest.raises(MoveError) as error:
        await moving.move(old, new)
    assert await tables(new) == before
    return error.value.reason
