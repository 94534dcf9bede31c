"""Forecasts read from both engines: the own child, the own pages, and as many statements for many rows."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import forecast
from journal.clock import FrozenClock
from journal.errors import NotFoundError, RefusedError
from journal.regulation import from_toml
from storage.tables.marks import results
from storage.tables.school import periods
from storage.unit_of_work import SqlStore
from tests.support.given import give
from tests.support.school import (
    LONG_AGO,
    STUDENTS,
    CtxOf,
    person_id,
    student_id,
    subject_id,
    unit_id,
)
from tests.support.statements import heard

ANYA, EGOR = student_id("anya"), student_id("egor")
CLASS, ALGEBRA = unit_id("7Б"), subject_id("algebra")
MATES = [row[0] for row in STUDENTS.values() if row[3] == "7Б"]


@pytest.mark.requirement("R-155")
async def test_a_forecast_waits_for_three_marks(store: SqlStore, ctx_of: CtxOf) -> None:
    await give(store, ANYA, "5", "4")
    found = await forecast.book(ctx_of("olga"), ANYA)
    assert [(item.count, item.forecast) for item in found.subjects] == [(2, None)]
    await give(store, ANYA, "4")
    (item,) = (await forecast.book(ctx_of("olga"), ANYA)).subjects
    assert item.forecast is not None
    assert (item.forecast.likely, item.forecast.count) == (4, 3)


async def test_a_mark_that_is_set_is_not_forecast(store: SqlStore, ctx_of: CtxOf) -> None:
    await give(store, ANYA, "5", "5", "5")
    async with store.connection(writing=True) as db:
        await db.insert(
            results,
            student_id=ANYA,
            subject_id=ALGEBRA,
            unit_id=CLASS,
            year_id=1,
            period_id=1,
            kind="period",
            value="4",
            author_id=person_id("anna"),
            entered_at=LONG_AGO,
        )
        await db.connection.commit()
    (item,) = (await forecast.book(ctx_of("olga"), ANYA)).subjects
    assert (item.result, item.forecast) == ("4", None)
    group = await forecast.group(ctx_of("anna"), CLASS, ALGEBRA)
    assert {person.id: one.result for person, one in group.students}[ANYA] == "4"


async def test_nothing_is_forecast_in_the_holidays(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock
) -> None:
    await give(store, ANYA, "5", "5", "5")
    clock.move(timedelta(days=14))
    assert (await forecast.book(ctx_of("olga"), ANYA)).period is None
    assert (await forecast.group(ctx_of("anna"), CLASS, ALGEBRA)).period is None


async def test_words_and_passes_are_no_marks_to_count(store: SqlStore, ctx_of: CtxOf) -> None:
    await give(store, ANYA, "зач", "н/а", "5", "5")
    (item,) = (await forecast.book(ctx_of("olga"), ANYA)).subjects
    assert (item.count, item.forecast) == (2, None)


async def test_a_school_without_forecasts_shows_none(ctx_of: CtxOf) -> None:
    silent = from_toml('preset = "s3"\n\n[control]\nforecast = false\n')
    with pytest.raises(RefusedError, match="not_forecast"):
        await forecast.book(ctx_of("olga", silent), ANYA)
    with pytest.raises(RefusedError, match="not_permitted"):
        await forecast.classes(ctx_of("maria", silent))


async def test_another_familys_child_is_as_good_as_missing(ctx_of: CtxOf) -> None:
    with pytest.raises(NotFoundError):
        await forecast.book(ctx_of("olga"), EGOR)
    with pytest.raises(NotFoundError):
        await forecast.group(ctx_of("olga"), CLASS, ALGEBRA)


@pytest.mark.requirement("R-155")
async def test_a_teacher_sees_the_own_subject_and_the_class_teacher_every_one(ctx_of: CtxOf) -> None:
    async def named(who: str) -> list[str]:
        return [page.subject for page in (await forecast.pages(ctx_of(who), CLASS)).pages]

    assert await named("anna") == ["Алгебра"]
    assert await named("maria") == ["Алгебра", "География", "Русский язык"]
    assert await named("pavel") == ["Алгебра", "География", "Русский язык"]
    with pytest.raises(NotFoundError):
        await forecast.group(ctx_of("anna"), CLASS, subject_id("russian"))
    with pytest.raises(RefusedError, match="not_permitted"):
        await forecast.pages(ctx_of("svetlana"), CLASS)


async def test_the_group_stands_in_the_order_of_the_list_and_sums_its_chances(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    await give(store, ANYA, "5", "5", "5", "5")
    await give(store, EGOR, "2", "2", "3", "2")
    found = await forecast.group(ctx_of("anna"), CLASS, ALGEBRA)
    assert [person.last_name for person, _ in found.students] == [
        "Ёлкин",
        "Иванова",
        "Козлова",
        "Орлов",
        "Петрова",
        "Сидоров",
    ]
    assert sum(count for _, count in found.expected) == pytest.approx(2)
    assert [mark for mark, _ in found.expected] == [5, 4, 3, 2]


async def test_a_full_class_takes_as_many_statements_as_one_student(
    store: SqlStore, ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    async def count(who: str) -> int:
        with heard(engine) as run:
            if who == "olga":
                await forecast.book(ctx_of(who), ANYA)
            else:
                await forecast.group(ctx_of(who), CLASS, ALGEBRA)
        return len(run)

    await give(store, ANYA, "5")
    few = [await count("olga"), await count("anna")]
    for student in MATES:
        await give(store, student, "5", "4", "3", "5")
        await give(store, student, "5", "4", "3", "5", subject="russian")
    assert [await count("olga"), await count("anna")] == few
    assert max(few) <= 8


async def test_periods_of_other_grades_are_not_the_classs(store: SqlStore, ctx_of: CtxOf) -> None:
    async with store.connection(writing=True) as db:
        await db.run(update(periods).where(periods.c.id == 1).values(grade_from=9, grade_to=11))
        await db.connection.commit()
    assert (await forecast.group(ctx_of("anna"), CLASS, ALGEBRA)).period is None
