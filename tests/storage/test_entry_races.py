"""Two people at once on one lesson: no word or link is doubled, and of two decisions one stands."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from journal import covering, remarks
from journal.errors import RefusedError
from journal.lessons import materials
from journal.model.covering import Outcome
from journal.model.remarks import RemarkKind
from storage.tables import lessons as pages
from storage.tables import remarks as words
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id

LESSON = lesson_id("7Б", TODAY, 2)
AHEAD = lesson_id("7Б", TODAY + timedelta(days=1), 1)


@pytest.fixture
async def shared(store: SqlStore) -> None:
    """Nikolai keeps the lesson together with Anna."""
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == LESSON).values(second_teacher_id=person_id("nikolai"))
        )
        await db.connection.commit()


async def test_a_remark_tapped_by_two_colleagues_at_once_is_said_once(
    shared: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    await asyncio.gather(
        *(
            remarks.give(ctx_of(who), LESSON, RemarkKind.REMARK, "unready", student_id("anya"), given=True)
            for who in ("anna", "nikolai") * 3
        )
    )
    async with store.connection() as db:
        assert len(await db.all(select(words.remarks))) == 1


async def test_a_link_sent_by_two_colleagues_at_once_hangs_there_once(
    shared: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    link = "Проверь себя https://example.org/7"
    await asyncio.gather(
        *(materials.add_material(ctx_of(who), LESSON, link, []) for who in ("anna", "nikolai") * 2)
    )
    async with store.connection() as db:
        assert len(await db.all(select(pages.materials))) == 1


@pytest.mark.requirement("R-070")
async def test_of_two_decisions_about_a_lesson_at_once_one_stands_and_the_other_is_told(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await covering.report(ctx_of("anna"), 1, from_tomorrow=True)
    ways = (Outcome.CANCELLED, Outcome.SHIFTED, Outcome.CANCELLED, Outcome.SHIFTED)
    outcomes = await asyncio.gather(
        *(covering.decide(ctx_of("pavel"), AHEAD, way) for way in ways), return_exceptions=True
    )
    refused = [one for one in outcomes if isinstance(one, RefusedError)]
    assert len(refused) == len(ways) - 1
    assert {one.code for one in refused} == {"cover_decided"}
    async with store.connection() as db:
        row = await db.first(select(lessons).where(lessons.c.id == AHEAD))
        assert row is not None
        assert (row.status, row.revision) == ("cancelled", 1)
