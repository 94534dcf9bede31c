"""The diary beyond its days on both engines: periods, earlier years, the programme, what lies ahead."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from journal import diary
from journal.errors import NotFoundError
from journal.model.diary import Missed
from journal.model.marks import ResultKind
from journal.model.span import Span
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.marks import results
from storage.tables.people import enrolments, units
from storage.tables.school import calendar_days, periods, years
from storage.tables.timetable import curriculum
from storage.unit_of_work import SqlStore
from tests.support.given import AT, give_mark, miss, plan_event
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id, subject_id, unit_id

ANYA, PETYA, EGOR = student_id("anya"), student_id("petya"), student_id("egor")
TOMORROW = TODAY + timedelta(days=1)
ALGEBRA_TOMORROW = lesson_id("7Б", TOMORROW, 1)


@pytest.mark.requirement("R-030", "R-031")
async def test_results_and_marks_of_an_earlier_year_are_found(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(years, id=2, name="2025/26", starts_on=date(2025, 9, 1), ends_on=date(2026, 5, 25))
        await db.insert(
            periods,
            id=20,
            year_id=2,
            kind="half_year",
            number=1,
            name="1-е полугодие",
            starts_on=date(2025, 9, 1),
            ends_on=date(2025, 12, 30),
            grade_from=6,
            grade_to=6,
        )
        await db.insert(units, id=904, year_id=2, kind="class", name="6Б", grade=6)
        await db.insert(
            enrolments, student_id=ANYA, unit_id=904, since=date(2025, 9, 1), until=date(2026, 8, 31)
        )
        for number, (kind, period) in enumerate((("period", 20), ("year", None)), 4):
            await db.insert(
                results,
                student_id=ANYA,
                subject_id=subject_id("russian"),
                unit_id=904,
                year_id=2,
                period_id=period,
                kind=kind,
                value=str(number),
                author_id=person_id("maria"),
                entered_at=AT,
            )
        await db.connection.commit()
    book = await diary.finals(ctx_of("olga"), ANYA, 20)
    assert [(item.subject, item.by_period, item.closing) for item in book.subjects] == [
        ("Русский язык", {20: "4"}, {ResultKind.YEAR: "5"})
    ]
    assert [period.year for period in book.periods.years] == ["2026/27", "2025/26"]
    marks_then = await diary.marks(ctx_of("olga"), ANYA, 20)
    assert [(item.subject, item.result.value if item.result else None) for item in marks_then.subjects] == [
        ("Русский язык", "4")
    ]
    with pytest.raises(NotFoundError):
        await diary.finals(ctx_of("olga"), PETYA, 20)


async def test_a_period_that_has_not_begun_is_not_offered(ctx_of: CtxOf) -> None:
    book = await diary.marks(ctx_of("olga"), ANYA)
    assert [period.name for period in book.periods.of_year] == ["1-я четверть"]
    with pytest.raises(NotFoundError):
        await diary.marks(ctx_of("olga"), ANYA, 2)


@pytest.mark.requirement("R-033")
async def test_the_programme_says_lessons_given_of_those_planned(ctx_of: CtxOf, store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(curriculum, year_id=1, subject_id=subject_id("algebra"), grade=7, hours_year=102)
        await db.run(
            lessons.update()
            .where(lessons.c.id == lesson_id("7Б", TODAY - timedelta(days=7), 2))
            .values(topic="Дроби")
        )
        await db.connection.commit()
    _, found = await diary.progress(ctx_of("olga"), ANYA)
    assert [(item.subject, item.given, item.planned) for item in found] == [
        ("Алгебра", 1, 102),
        ("География", 0, None),
        ("Русский язык", 0, None),
    ]


@pytest.mark.requirement("R-034")
async def test_events_of_the_class_and_the_school_lie_ahead(ctx_of: CtxOf, store: SqlStore) -> None:
    for title, unit in (("Музей", "7Б"), ("Чужое", "7А"), ("Праздник", None)):
        await plan_event(store, title, TOMORROW, unit)
    async with store.connection(writing=True) as db:
        await db.insert(
            calendar_days,
            starts_on=date(2026, 10, 26),
            ends_on=date(2026, 11, 1),
            kind="off",
            name="Осенние каникулы",
        )
        plan = await db.insert(
            plans,
            year_id=1,
            subject_id=subject_id("algebra"),
            unit_id=unit_id("7Б"),
            loaded_at=AT,
            hours=102,
        )
        await db.insert(
            plan_rows, plan_id=plan, number=1, topic="Дроби", work_kind="control", planned_on=TOMORROW
        )
        await db.connection.commit()
    found = await diary.calendar(ctx_of("olga"), ANYA)
    assert [item.title for item in found.happenings] == ["Музей", "Праздник", "Осенние каникулы"]
    assert [(work.subject, work.date) for work in found.works] == [("Алгебра", TOMORROW)]


@pytest.mark.requirement("R-035")
async def test_a_summary_names_what_needs_help_and_what_was_missed(ctx_of: CtxOf, store: SqlStore) -> None:
    await give_mark(store, "3")
    await miss(store, 1)
    found = await diary.summary(ctx_of("olga"), ANYA)
    assert [(item.subject, item.average) for item in found.weak] == [("Русский язык", Decimal(3))]
    assert found.missed == Missed(lessons=1, unexplained=1)
    assert [item.date for item in found.lately] == [TODAY]


async def test_a_child_who_changed_class_has_the_subjects_of_its_own_days_in_each(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    moved = TODAY - timedelta(days=7)
    async with store.connection(writing=True) as db:
        await db.run(enrolments.update().where(enrolments.c.student_id == ANYA).values(until=moved))
        await db.insert(enrolments, student_id=ANYA, unit_id=unit_id("7А"), since=moved)
        await db.connection.commit()
    async with ctx_of("olga").reading() as work:

        async def subjects(first: date, last: date) -> set[str]:
            return set((await work.diary.subjects([ANYA], Span(first, last)))[ANYA].values())

        # 7А has algebra alone: what 7Б learns after the move is no longer Аня's.
        assert await subjects(moved, TODAY) == {"Алгебра"}
        assert await subjects(moved - timedelta(days=2), moved - timedelta(days=1)) == {
            "Алгебра",
            "География",
            "Русский язык",
        }
