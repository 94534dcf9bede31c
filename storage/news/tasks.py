"""Homework that should have been entered by now and was not, and works that wait to be marked."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import exists, func, select

from journal.model.lessons import LessonStatus
from journal.model.painting import PageWork
from storage.db import Db
from storage.marks import as_work, work_select
from storage.tables.lessons import homework, lessons
from storage.tables.marks import works
from storage.tables.people import units
from storage.tables.timetable import subjects

# A subject that set no homework for so long sets none.
CUSTOM = timedelta(days=30)


async def next_school_day(db: Db, after: date) -> date | None:
    """The next day on which anybody has lessons, within two weeks."""
    found = await db.scalar(
        select(func.min(lessons.c.date)).where(
            lessons.c.date > after,
            lessons.c.date <= after + timedelta(days=14),
            lessons.c.status == LessonStatus.PLANNED,
        )
    )
    return found if isinstance(found, date) else None


async def works_due(db: Db, until: date) -> dict[int, list[PageWork]]:
    """The works under check whose term ends by that day, by teacher, the most urgent first; one statement."""
    rows = await db.all(
        work_select()
        .where(works.c.due_on <= until, works.c.checked_at.is_(None))
        .order_by(works.c.due_on, works.c.id)
    )
    found: dict[int, list[PageWork]] = {}
    for row in rows:
        found.setdefault(row.teacher_id, []).append(as_work(row))
    return found


async def untold(db: Db, day: date, unit_ids: Collection[int] | None = None) -> dict[int, list[str]]:
    """The subjects of each unit due that day without a word on homework, though they usually set some.

    «No homework» is a word too; grade 1 gets none. One statement.
    """
    usual, page = homework.alias(), lessons.alias()
    statement = (
        select(lessons.c.unit_id, subjects.c.name)
        .join(units, units.c.id == lessons.c.unit_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .where(
            lessons.c.date == day,
            lessons.c.status == LessonStatus.PLANNED,
            units.c.grade > 1,
            ~exists(
                select(homework.c.id).where(
                    homework.c.lesson_id == lessons.c.id, homework.c.withdrawn_at.is_(None)
                )
            ),
            exists(
                select(usual.c.id)
                .join(page, page.c.id == usual.c.lesson_id)
                .where(
                    page.c.unit_id == lessons.c.unit_id,
                    page.c.subject_id == lessons.c.subject_id,
                    page.c.date.between(day - CUSTOM, day),
                    usual.c.no_work.is_(False),
                    usual.c.withdrawn_at.is_(None),
                )
            ),
        )
        .order_by(lessons.c.unit_id, lessons.c.slot)
    )
    if unit_ids is not None:
        statement = statement.where(lessons.c.unit_id.in_(unit_ids))
    found: dict[int, list[str]] = {}
    for row in await db.all(statement):
        named = found.setdefault(row.unit_id, [])
        if row.name not in named:
            named.append(row.name)
    return found
