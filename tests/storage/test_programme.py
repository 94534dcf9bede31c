"""The school's programme as the database has it: planned, given, left, in a fixed number of questions."""

from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.errors import NotFoundError, RefusedError
from journal.model.programme import PageProgramme, Programme
from journal.plans.programme import programme
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.people import units
from storage.tables.school import years
from storage.tables.timetable import curriculum, workload
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO, TODAY, ZONE, CtxOf, lesson_id, person_id, subject_id, unit_id
from tests.support.statements import heard

ALGEBRA = subject_id("algebra")
PAST = [lesson_id("7Б", date(2026, 10, day), slot) for day, slot in ((6, 2), (7, 2), (8, 1), (9, 3), (13, 2))]


async def load_plan(
    store: SqlStore, unit: str | int, subject: str, *rows: tuple[str, int, date | None], year: int = 1
) -> None:
    """A plan of the page; each row its topic, its hours and its day."""
    async with store.connection(writing=True) as db:
        plan = await db.insert(
            plans,
            year_id=year,
            subject_id=subject_id(subject),
            unit_id=unit if isinstance(unit, int) else unit_id(unit),
            loaded_at=LONG_AGO,
            hours=sum(hours for _, hours, _ in rows),
        )
        for number, (topic, hours, day) in enumerate(rows, 1):
            await db.insert(plan_rows, plan_id=plan, number=number, topic=topic, hours=hours, planned_on=day)
        await db.connection.commit()


async def write(store: SqlStore, *numbers: int, **values: object) -> None:
    async with store.connection(writing=True) as db:
        await db.run(lessons.update().where(lessons.c.id.in_(numbers)).values(**values))
        await db.connection.commit()


def page(found: Programme, unit: str, subject: int = ALGEBRA) -> PageProgramme:
    return next(one for one in found.pages if (one.page.unit_name, one.page.subject_id) == (unit, subject))


@pytest.mark.requirement("R-081")
async def test_what_was_given_is_told_from_what_was_cancelled_and_what_nobody_filled_in(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    await load_plan(store, "7Б", "algebra", ("Степени", 60, None), ("Корни", 42, None))
    await write(store, *PAST[:3], topic="Степени")
    await write(store, PAST[3], status="cancelled")
    found = page(await programme(ctx_of("pavel")), "7Б")
    assert found.teachers[0].id == person_id("anna")
    shown = found.fulfilment
    assert (shown.planned, shown.given, shown.cancelled, shown.unfilled) == (5, 3, 1, 1)
    assert (shown.behind, shown.hours, shown.left) == (2, 102, 99)


@pytest.mark.requirement("R-081")
async def test_a_plan_with_days_may_be_ahead_of_them(store: SqlStore, ctx_of: CtxOf) -> None:
    days = [date(2026, 10, day) for day in (6, 13, 20)]
    await load_plan(store, "7Б", "algebra", *((f"Тема {day.day}", 1, day) for day in days))
    await write(store, *PAST, topic="Степени")
    assert page(await programme(ctx_of("pavel")), "7Б").fulfilment.behind == 2 - 5


async def test_a_period_counts_its_own_days_and_the_rest_of_the_year_stays_what_it_is(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock
) -> None:
    await load_plan(store, "7Б", "algebra", ("Степени", 100, None))
    await write(store, *PAST, topic="Степени")
    clock.move(datetime(2026, 11, 5, 12, tzinfo=ZONE))
    first = await programme(ctx_of("pavel"), 1)
    assert [one.name for one in first.periods] == ["1-я четверть", "2-я четверть"]
    assert (first.span.first, first.span.last) == (date(2026, 9, 1), date(2026, 10, 25))
    assert page(first, "7Б").fulfilment.given == 5
    second = page(await programme(ctx_of("pavel"), 2), "7Б").fulfilment
    assert (second.planned, second.given, second.left) == (0, 0, 95)
    with pytest.raises(NotFoundError):
        await programme(ctx_of("pavel"), 77)


@pytest.mark.requirement("R-078")
async def test_other_hours_than_the_curriculum_has_are_found(store: SqlStore, ctx_of: CtxOf) -> None:
    await load_plan(store, "7Б", "algebra", ("Степени", 100, None))
    async with store.connection(writing=True) as db:
        await db.insert(curriculum, year_id=1, subject_id=ALGEBRA, grade=7, hours_year=102)
        await db.connection.commit()
    found = await programme(ctx_of("pavel"))
    assert [(one.page.unit_name, one.curriculum) for one in found.differing] == [("7Б", 102)]
    async with store.connection(writing=True) as db:
        await db.run(units.update().where(units.c.id == unit_id("7Б")).values(kind="individual"))
        await db.connection.commit()
    assert (await programme(ctx_of("pavel"))).differing == ()
    assert page(found, "7А") in found.without


async def test_a_subgroup_without_a_plan_of_its_own_follows_its_class(store: SqlStore, ctx_of: CtxOf) -> None:
    await load_plan(store, "7Б", "algebra", ("Степени", 34, None))
    async with store.connection(writing=True) as db:
        await db.insert(units, id=77, year_id=1, kind="subgroup", name="7Б, 1-я", grade=7, parent_id=11)
        await db.insert(
            workload, year_id=1, teacher_id=person_id("anna"), subject_id=ALGEBRA, unit_id=77, hours_week=2
        )
        await db.connection.commit()
    assert page(await programme(ctx_of("pavel")), "7Б, 1-я").fulfilment.hours == 34


async def test_a_class_teacher_sees_the_own_class_the_director_all_and_a_teacher_nothing(
    ctx_of: CtxOf,
) -> None:
    assert {one.page.unit_name for one in (await programme(ctx_of("maria"))).pages} == {"7Б"}
    assert {one.page.unit_name for one in (await programme(ctx_of("irina"))).pages} > {"7А", "7Б"}
    for outsider in ("anna", "olga"):
        with pytest.raises((RefusedError, NotFoundError)):
            await programme(ctx_of(outsider))


async def test_in_the_summer_the_year_to_come_is_looked_at(
    store: SqlStore, ctx_of: CtxOf, clock: FrozenClock
) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(years, id=2, name="2027/28", starts_on=date(2027, 9, 1), ends_on=date(2028, 5, 25))
        await db.connection.commit()
    for day, name in ((TODAY, "2026/27"), (date(2027, 6, 20), "2027/28"), (date(2029, 1, 9), "2027/28")):
        clock.move(datetime(day.year, day.month, day.day, 9, tzinfo=ZONE))
        found = await programme(ctx_of("pavel"))
        assert found.year.name == name
    assert found.due == date(2027, 9, 1)


async def test_many_pages_take_as_many_statements_as_few(
    store: SqlStore, ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    async def asked() -> int:
        with heard(engine) as run:
            await programme(ctx_of("pavel"))
        return len(run)

    before = await asked()
    async with store.connection(writing=True) as db:
        for number in range(500, 540):
            await db.insert(units, id=number, year_id=1, kind="class", name=f"8-{number}", grade=8)
            await db.insert(
                workload,
                year_id=1,
                teacher_id=person_id("anna"),
                subject_id=ALGEBRA,
                unit_id=number,
                hours_week=2,
            )
        await db.connection.commit()
        assert len(await db.all(select(units))) > 40
    assert await asked() == before
