"""The facts of lessons and of the people who give them."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select

from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Person
from storage.days_off import on_day_off
from storage.db import Db
from storage.lessons import as_lesson, lesson_select
from storage.people import as_person, select_persons
from storage.question import question
from storage.tables.lessons import lessons
from storage.tables.people import units
from storage.tables.school import years
from storage.tables.timetable import workload


async def by_ids(db: Db, ids: Collection[int]) -> dict[int, Lesson]:
    """The lessons, by id; one statement."""
    return {row.id: as_lesson(row) for row in await db.all(_by_ids(ids))}


@question
def _by_ids(ids: Collection[int]) -> Select[Any]:
    return lesson_select().where(lessons.c.id.in_(ids))


async def persons(db: Db, ids: Collection[int]) -> dict[int, Person]:
    """People by id; one statement."""
    return {row.id: as_person(row) for row in await db.all(select_persons(ids))}


async def given(
    db: Db, persons: Collection[int], days: Collection[date]
) -> dict[tuple[int, date], list[Lesson]]:
    """The lessons each of these people gives on each of these days, in order; one statement."""
    keepers = (lessons.c.teacher_id, lessons.c.second_teacher_id, lessons.c.substitute_id)
    rows = await db.all(
        lesson_select()
        .where(lessons.c.date.in_(days), or_(*(keeper.in_(persons) for keeper in keepers)))
        .order_by(lessons.c.starts_at, lessons.c.id)
    )
    found: dict[tuple[int, date], list[Lesson]] = {}
    for lesson in map(as_lesson, rows):
        for giver in lesson.givers:
            if giver in persons:
                found.setdefault((giver, lesson.date), []).append(lesson)
    return found


async def given_on(db: Db, day: date) -> list[tuple[Lesson, int]]:
    """The lessons given that day, with the shift of their class; none on a day off. One statement."""
    parents = units.alias()
    rows = await db.all(
        lesson_select()
        .add_columns(func.coalesce(parents.c.shift, units.c.shift).label("shift"))
        .outerjoin(parents, parents.c.id == units.c.parent_id)
        .where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED, ~on_day_off())
        .order_by(lessons.c.starts_at, lessons.c.id)
    )
    return [(as_lesson(row), row.shift) for row in rows]


async def school_days_around(db: Db, day: date) -> tuple[date | None, date | None]:
    """The nearest days before and after it with a lesson, none of them off; one statement."""
    held = (
        select(lessons.c.date)
        .join(units, units.c.id == lessons.c.unit_id)
        .where(lessons.c.status == LessonStatus.PLANNED, ~on_day_off())
    )
    before = held.where(lessons.c.date < day).order_by(lessons.c.date.desc()).limit(1).scalar_subquery()
    after = held.where(lessons.c.date > day).order_by(lessons.c.date).limit(1).scalar_subquery()
    row = await db.first(select(before.label("before"), after.label("after")))
    return (row.before, row.after) if row else (None, None)


async def held_on(db: Db, day: date) -> bool:
    """Whether the school has a lesson that day, and not by mistake on a day off."""
    found = await db.first(
        select(lessons.c.id)
        .join(units, units.c.id == lessons.c.unit_id)
        .where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED, ~on_day_off())
        .limit(1)
    )
    return found is not None


async def teaching_after(db: Db, day: date, moment: datetime) -> set[int]:
    """Who gives a lesson of that day that ends after the moment; one statement."""
    giver = func.coalesce(lessons.c.substitute_id, lessons.c.teacher_id)
    rows = await db.all(
        select(giver, lessons.c.second_teacher_id).where(
            lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED, lessons.c.ends_at > moment
        )
    )
    return {person for row in rows for person in row if person is not None}


async def teachers_of(db: Db, day: date) -> list[int]:
    """Everybody whom the workload of that day's year gives a page; one statement."""
    return list(
        await db.scalars(
            select(workload.c.teacher_id)
            .join(years, years.c.id == workload.c.year_id)
            .where(years.c.starts_on <= day, years.c.ends_on >= day, workload.c.until.is_(None))
            .distinct()
            .order_by(workload.c.teacher_id)
        )
    )
