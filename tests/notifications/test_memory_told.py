"""The nightly check of the audit: a seal and silence when all is well, else an alarm."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from journal.clock import FrozenClock
from notifications.jobs import JOBS
from notifications.scheduler import Scheduler
from storage.tables.control import audit_seals
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.notifications.post import Office
from tests.support.school import CtxOf

MEMORY = [job for job in JOBS if job.name == "memory"]


async def nights(office: Office, clock: FrozenClock, count: int = 1) -> None:
    """The scheduler, some nights on."""
    for _ in range(count):
        await Scheduler(office, MEMORY).tick()
        clock.move(timedelta(days=1))
        await Scheduler(office, MEMORY).tick()


async def write(ctx_of: CtxOf) -> None:
    async with ctx_of("anna").writing() as work:
        work.audit("register.save", "lesson", 1, unit_id=11)
        await work.commit()


async def tamper(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        if db.dialect == "postgresql":
            await db.run(text("SET LOCAL session_replication_role = replica"))
        else:
            await db.run(text("DROP TRIGGER IF EXISTS audit_keeps_its_entries"))
        await db.run(text("UPDATE audit SET origin = 'job' WHERE chain = 'unit:11' AND number = 1"))
        await db.connection.commit()


async def broken(store: SqlStore) -> list[list[object]]:
    async with store.connection() as db:
        rows = await db.all(select(events.c.payload).where(events.c.kind == "memory_broken"))
        return [fault for row in rows for fault in row.payload["faults"]]


@pytest.mark.requirement("R-125")
async def test_a_quiet_night_seals_what_was_written_and_tells_nobody(
    office: Office, clock: FrozenClock, store: SqlStore, ctx_of: CtxOf
) -> None:
    await write(ctx_of)
    await nights(office, clock)
    assert await broken(store) == []
    async with store.connection() as db:
        assert len(await db.all(select(audit_seals))) == 1


@pytest.mark.requirement("R-125")
async def test_a_changed_entry_alarms_the_administrator_the_next_night(
    office: Office, clock: FrozenClock, store: SqlStore, ctx_of: CtxOf
) -> None:
    await write(ctx_of)
    await tamper(store)
    await nights(office, clock)
    assert await broken(store) == [["unit:11", 1, "entry"]]
    async with store.connection() as db:
        assert await db.all(select(audit_seals)) == []


async def test_an_old_entry_is_gone_through_within_a_week(
    office: Office, clock: FrozenClock, store: SqlStore, ctx_of: CtxOf
) -> None:
    await write(ctx_of)
    await write(ctx_of)
    await nights(office, clock)
    await tamper(store)
    await nights(office, clock, 7)
    assert ["unit:11", 1, "entry"] in await broken(store)
