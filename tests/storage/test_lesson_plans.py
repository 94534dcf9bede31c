"""Lesson plans in the database: whose they are, two people at once, a new version over given lessons."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.model.plans import RowState
from journal.plans import adjusting, copying, loading, mine
from storage.tables.lessons import lessons, plan_rows
from storage.unit_of_work import SqlStore
from tests.storage.test_programme import load_plan
from tests.support.school import TODAY, CtxOf, lesson_id, subject_id, unit_id
from tests.support.statements import count, heard

ALGEBRA = subject_id("algebra")
HERE, THERE = (unit_id("7Б"), ALGEBRA), (unit_id("7А"), ALGEBRA)
LESSON = lesson_id("7Б", TODAY, 2)
BEFORE = lesson_id("7Б", date(2026, 10, 13), 2)


async def saved(ctx_of: CtxOf, text: str, page: tuple[int, int] = HERE) -> None:
    ctx = ctx_of("anna")
    found = await loading.bring(ctx, "план.txt", text.encode(), *page)
    await loading.save(ctx, found.draft, *page, found.mark)


async def by_topic(store: SqlStore) -> dict[str, int]:
    async with store.connection() as db:
        rows = await db.all(select(plan_rows.c.topic, plan_rows.c.id))
        return {row.topic: row.id for row in rows}


@pytest.mark.requirement("R-077")
async def test_a_plan_is_its_teacher_s_own_and_so_is_the_file(store: SqlStore, ctx_of: CtxOf) -> None:
    anna, nikolai = ctx_of("anna"), ctx_of("nikolai")
    found = await loading.bring(anna, "план.txt", "Степени\n".encode(), *HERE)
    for use in (
        loading.preview(nikolai, found.draft, *HERE),
        loading.save(nikolai, found.draft, *HERE, found.mark),
    ):
        with pytest.raises(NotFoundError):
            await use
    with pytest.raises(RefusedError):
        await loading.bring(nikolai, "план.txt", "Степени\n".encode(), *HERE)
    with pytest.raises(RefusedError):
        await mine.one(nikolai, *HERE)
    for outsider in ("olga", "pavel"):
        with pytest.raises((NotFoundError, RefusedError)):
            await loading.bring(ctx_of(outsider), "план.txt", "Степени\n".encode(), *HERE)
    assert await count(store, plan_rows) == 0


async def test_of_two_saves_of_one_preview_the_second_changes_nothing(store: SqlStore, ctx_of: CtxOf) -> None:
    anna = ctx_of("anna")
    found = await loading.bring(anna, "план.txt", "Степени — 2\nКорни\n".encode(), *HERE)
    both = (loading.save(anna, found.draft, *HERE, found.mark) for _ in range(2))
    ended = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in ended) == ["NotFoundError", "Preview"]
    assert await count(store, plan_rows) == 2


async def test_of_two_different_versions_at_once_one_is_told_that_the_plan_changed(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    await load_plan(store, "7А", "algebra", ("Корни", 1, None))
    await saved(ctx_of, "Степени\nДроби\n")
    anna, pavel = ctx_of("anna"), ctx_of("pavel")
    one = await copying.preview(anna, HERE, THERE)
    both = (copying.save(ctx, HERE, THERE, one.mark) for ctx in (anna, pavel))
    ended = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in ended) == ["Copy", "StaleError"]
    shown = await mine.one(anna, *THERE)
    assert [row.topic for row in shown.rows] == ["Степени", "Дроби"]


@pytest.mark.requirement("R-080")
async def test_a_teacher_copies_among_own_classes_and_the_deputy_head_among_all(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    await saved(ctx_of, "Степени\nДроби — 2\n")
    _, offered = await copying.targets(ctx_of("pavel"), *HERE)
    assert [page.unit_name for page in offered] == ["7А"]
    copy = await copying.preview(ctx_of("pavel"), HERE, THERE)
    await copying.save(ctx_of("pavel"), HERE, THERE, copy.mark)
    assert await count(store, plan_rows) == 4
    with pytest.raises(RefusedError):
        await copying.preview(ctx_of("nikolai"), HERE, THERE)
    with pytest.raises(InvalidError):
        await copying.preview(ctx_of("pavel"), HERE, (unit_id("7Б"), subject_id("russian")))


async def test_rows_change_places_without_losing_their_lessons(store: SqlStore, ctx_of: CtxOf) -> None:
    await saved(ctx_of, "Степени\nКорни\nДроби\nУглы\n")
    ids = await by_topic(store)
    async with store.connection(writing=True) as db:
        for lesson, topic in ((LESSON, "Корни"), (BEFORE, "Углы")):
            given = update(lessons).where(lessons.c.id == lesson)
            await db.run(given.values(topic=topic, plan_row_id=ids[topic]))
        await db.connection.commit()
    await saved(ctx_of, "Дроби — 2\nПовторение\nКорни\nСтепени\n")
    assert {topic: number for topic, number in ids.items() if topic != "Углы"}.items() <= (
        await by_topic(store)
    ).items()
    found = await mine.one(ctx_of("anna"), *HERE)
    assert [(row.number, row.topic) for row in found.rows] == [
        (1, "Дроби"),
        (2, "Повторение"),
        (3, "Корни"),
        (4, "Степени"),
    ]
    # The lesson of a topic that left keeps it.
    assert found.given == {ids["Корни"]: [TODAY]}
    async with store.connection() as db:
        kept = await db.first(select(lessons.c.topic, lessons.c.plan_row_id).where(lessons.c.id == BEFORE))
    assert kept == ("Углы", None)
    assert found.next is not None
    assert found.next.topic == "Степени"


async def test_a_button_of_an_older_place_in_the_plan_changes_nothing(store: SqlStore, ctx_of: CtxOf) -> None:
    await saved(ctx_of, "Степени\nКорни\nДроби\n")
    ids, anna = await by_topic(store), ctx_of("anna")
    found = await adjusting.skip(anna, LESSON, ids["Степени"])
    assert found.next is not None
    assert (await adjusting.skip(anna, LESSON, ids["Степени"])).next == found.next
    for stale in (adjusting.skip(anna, LESSON, ids["Дроби"]), adjusting.join(anna, LESSON, ids["Корни"])):
        with pytest.raises(StaleError):
            await stale
    with pytest.raises(StaleError):
        await adjusting.take_out(anna, LESSON, 10**9)
    for outsider in ("nikolai", "olga"):
        with pytest.raises((NotFoundError, RefusedError)):
            await adjusting.bring_back(ctx_of(outsider), LESSON, ids["Степени"])
    shown = await mine.one(anna, *HERE)
    assert [row.state for row in shown.rows] == [RowState.SKIPPED, RowState.PLANNED, RowState.PLANNED]
    assert shown.left == 2


async def test_a_long_plan_takes_as_many_statements_as_a_short_one(
    engine: AsyncEngine, store: SqlStore, ctx_of: CtxOf
) -> None:
    async def asked() -> tuple[int, int]:
        with heard(engine) as run:
            await mine.mine(ctx_of("anna"))
            listed = len(run)
            await mine.one(ctx_of("anna"), *HERE)
            return listed, len(run) - listed

    await load_plan(store, "7Б", "algebra", ("Степени", 1, None))
    few = await asked()
    await saved(ctx_of, "\n".join(f"Тема {chr(1040 + number)}" for number in range(30)))
    await load_plan(store, "7А", "algebra", ("Корни", 1, date(2026, 10, 1)))
    assert await asked() == few
