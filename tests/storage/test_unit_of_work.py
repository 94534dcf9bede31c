"""What a unit of work promises, on both engines."""

import pytest
from sqlalchemy import select

from journal import gate
from journal.errors import NotFoundError, RefusedError
from journal.events import RegisterSaved
from journal.policy import Permission
from storage.tables.access import refusals
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
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
