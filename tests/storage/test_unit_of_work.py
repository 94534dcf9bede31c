"""What a unit of work promises, on both engines."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.pool import QueuePool

from journal import gate
from journal.errors import NotFoundError, RefusedError
from journal.events import RegisterSaved
from journal.policy import Permission
from storage.engine import open_engine
from storage.tables.access import refusals
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore, SqlWork
from tests.support.school import TODAY, CtxOf, lesson_id

LESSON = lesson_id("7Б", TODAY, 2)


async def test_leaving_without_commit_keeps_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    async with ctx_of("anna").writing() as work:
        work.record(RegisterSaved(LESSON, 1))
        work.audit("register.save", "lesson", LESSON, unit_id=11)
    async with store.connection() as db:
        assert await db.all(select(events)) == []
        assert await db.all(select(audit)) == []


@pytest.mark.requirement("R-125")
async def test_commit_keeps_event_and_audit_entry_together(ctx_of: CtxOf, store: SqlStore) -> None:
    async with ctx_of("anna").writing() as work:
        work.record(RegisterSaved(LESSON, 1))
        work.audit("register.save", "lesson", LESSON, unit_id=11, after={"absent": [201]})
        await work.commit()
    async with store.connection() as db:
        assert len(await db.all(select(events))) == 1
        entry = (await db.all(select(audit)))[0]
        assert (entry.actor_id, entry.origin, entry.chain, entry.number) == (101, "test", "unit:11", 1)


async def test_a_newer_held_event_replaces_the_older_about_the_same_thing(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    for revision in (1, 2):
        async with ctx_of("anna").writing() as work:
            work.record(RegisterSaved(LESSON, revision))
            await work.commit()
    async with store.connection() as db:
        rows = await db.all(select(events.c.state, events.c.payload).order_by(events.c.id))
        assert [(row.state, row.payload["revision"]) for row in rows] == [("replaced", 1), ("waiting", 2)]


@pytest.mark.requirement("R-005")
async def test_a_refusal_is_logged_though_its_transaction_is_rolled_back(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    with pytest.raises(RefusedError, match="not_permitted"):
        async with ctx_of("nikolai").writing() as work:
            await gate.lesson(work, LESSON, Permission.TAKE_ATTENDANCE)
    async with store.connection() as db:
        row = (await db.all(select(refusals)))[0]
        assert (row.account_id, row.permission, row.object_id) == (103, "take_attendance", LESSON)


@pytest.mark.requirement("R-016")
async def test_to_a_guardian_a_foreign_lesson_and_a_missing_one_look_the_same(ctx_of: CtxOf) -> None:
    seen = []
    for number in (LESSON, 999_999_999):
        with pytest.raises(NotFoundError) as raised:
            async with ctx_of("olga").reading() as work:
                await gate.lesson(work, number, Permission.TAKE_ATTENDANCE)
        seen.append((raised.value.code, raised.value.params))
    assert seen[0] == seen[1]


async def test_a_reading_sees_one_state_whatever_is_committed_meanwhile(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with ctx_of("anna").reading() as work:
        assert isinstance(work, SqlWork)
        before = await work.db.scalar(select(func.count()).select_from(audit))
        async with ctx_of("maria").writing() as other:
            other.audit("register.save", "lesson", LESSON, unit_id=11)
            await other.commit()
        assert await work.db.scalar(select(func.count()).select_from(audit)) == before


async def test_refusals_are_logged_even_where_one_connection_serves_all(
    ctx_of: CtxOf, database_url: str
) -> None:
    """Whoever is refused gives its connection back before the refusal is written through another."""
    engine = open_engine(database_url, pool_size=1, max_overflow=0, pool_timeout=5)
    tatyana = replace(ctx_of("tatyana"), store=SqlStore(engine))

    async def refused() -> None:
        with pytest.raises((NotFoundError, RefusedError)):
            async with tatyana.reading() as work:
                await gate.lesson(work, LESSON, Permission.TAKE_ATTENDANCE)

    await asyncio.gather(*(refused() for _ in range(5)))
    async with tatyana.store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(refusals)) == 5
    await engine.dispose()


SLOW_COMMIT = (
    """CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(0.4); RETURN NULL; END $$""",
    """CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON audit DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dawdle()""",
)


async def test_a_task_cancelled_while_it_commits_has_saved_and_told_or_neither(
    ctx_of: CtxOf, database_url: str
) -> None:
    """The bot stops in the middle of a COMMIT: what stands is announced, and no connection is left open."""
    engine = open_engine(database_url)
    announced: list[bool] = []
    ctx = replace(ctx_of("anna"), store=SqlStore(engine, lambda: announced.append(True)))
    slow = engine.dialect.name == "postgresql"
    async with engine.begin() as connection:
        for statement in SLOW_COMMIT if slow else ():
            await connection.execute(text(statement))
    committing = asyncio.Event()

    async def save() -> None:
        async with ctx.writing() as work:
            work.audit("register.save", "lesson", LESSON, unit_id=11)
            work.record(RegisterSaved(LESSON, 1))
            committing.set()
            await work.commit()

    task = asyncio.create_task(save())
    await committing.wait()
    # On PostgreSQL the COMMIT itself is slow enough to be met; on SQLite any moment will do.
    await asyncio.sleep(0.2 if slow else 0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with engine.connect() as connection:
        saved = len((await connection.execute(select(audit))).all())
    assert len(announced) == saved
    assert saved == 1 or not slow
    pool = engine.pool
    assert isinstance(pool, QueuePool)
    assert pool.checkedout() == 0
    async with engine.begin() as connection:
        if slow:
            await connection.execute(text("DROP FUNCTION dawdle CASCADE"))
    await engine.dispose()


MUCH = """WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 300000)
    INSERT INTO much SELECT n FROM numbers RETURNING n"""


async def test_a_writer_cancelled_within_a_statement_leaves_nothing_locked(store: SqlStore) -> None:
    """Whatever still refers to the statement: the trace of a cancellation may live for long."""
    async with store.connection(writing=True) as db:
        await db.run(text("CREATE TABLE much (n integer)"))
        await db.connection.commit()
    begun = asyncio.Event()

    async def write() -> None:
        async with store.connection(writing=True) as db:
            await db.run(text("SELECT 1"))
            begun.set()
            await db.run(text(MUCH))

    task = asyncio.create_task(write())
    await begun.wait()
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as trace:
        await task
    async with store.connection(writing=True) as db:
        assert await db.scalar(text("SELECT count(*) FROM much")) == 0
        await db.run(text("DROP TABLE much"))
        await db.connection.commit()
    assert trace.tb is not None
