"""The weekly timetable meets the calendar."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import func, select

from journal.model.school import Bell, DayKind
from journal.model.timetable import Calendar, CalendarDay, Entry, Term
from journal.timetable import plan_ahead, planned_lessons
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.support.school import SCHOOL, CtxOf

MONDAY, TUESDAY, SATURDAY = date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 10)
ALGEBRA = Entry(11, 7, 1, 21, 1, 2, "1", 101, None, None, date(2026, 9, 1))
BELLS = {1: (Bell(1, time(8, 30), time(9, 15)), Bell(2, time(9, 25), time(10, 10)))}
CALENDAR = Calendar(date(2026, 9, 1), (Term(date(2026, 9, 1), date(2026, 10, 25), 1, 11),), (), BELLS)


def taught(entry: Entry, calendar: Calendar, first: date, last: date) -> list[tuple[date, str]]:
    found = planned_lessons([entry], calendar, SCHOOL, first, last)
    return [(lesson.date, f"{lesson.starts_at:%H:%M}") for lesson in found]


def with_day(day: CalendarDay) -> Calendar:
    return replace(CALENDAR, days=(day,))


@pytest.mark.requirement("R-067")
def test_a_row_gives_a_lesson_on_its_weekday_at_its_bell() -> None:
    assert taught(ALGEBRA, CALENDAR, MONDAY, SATURDAY) == [(MONDAY, "09:25")]


def test_a_week_mask_skips_the_other_weeks() -> None:
    # The year starts on Tuesday 1 September: its week is week 0, so 5 October opens week 5.
    every_second = replace(ALGEBRA, week_mask="01")
    assert [day for day, _ in taught(every_second, CALENDAR, date(2026, 9, 28), date(2026, 10, 18))] == [
        MONDAY
    ]


def test_holidays_between_terms_have_no_lessons() -> None:
    assert taught(ALGEBRA, CALENDAR, date(2026, 10, 26), date(2026, 11, 1)) == []


def test_a_day_off_has_no_lessons_for_those_it_concerns() -> None:
    frost = CalendarDay(MONDAY, MONDAY, DayKind.OFF, grade_from=1, grade_to=4)
    assert taught(ALGEBRA, with_day(frost), MONDAY, MONDAY) == [(MONDAY, "09:25")]
    assert taught(replace(ALGEBRA, grade=3), with_day(frost), MONDAY, MONDAY) == []


def test_a_transferred_saturday_is_taught_as_monday() -> None:
    moved = CalendarDay(SATURDAY, SATURDAY, DayKind.TAUGHT_AS, taught_as=1)
    assert taught(ALGEBRA, with_day(moved), SATURDAY, SATURDAY) == [(SATURDAY, "09:25")]


def test_short_lessons_follow_other_bells() -> None:
    short = CalendarDay(MONDAY, MONDAY, DayKind.OTHER_BELLS, bells=(Bell(2, time(9, 10), time(9, 40)),))
    assert taught(ALGEBRA, with_day(short), MONDAY, MONDAY) == [(MONDAY, "09:10")]


def test_a_row_that_ended_gives_no_lesson() -> None:
    assert taught(replace(ALGEBRA, until=MONDAY), CALENDAR, MONDAY, MONDAY) == []


async def test_planning_twice_adds_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    first, last = date(2026, 9, 7), date(2026, 9, 11)
    added = [await plan_ahead(ctx_of("admin"), first, last) for _ in range(2)]
    assert added == [14, 0]
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).where(lessons.c.date.between(first, last))) == 14
