"""Children as lists and pushes name them, and the units they belong to."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select

from journal.model.lessons import LessonStatus
from journal.model.people import Child
from storage.db import Db
from storage.people import belongs_on
from storage.question import question
from storage.tables.lessons import lessons
from storage.tables.people import enrolments, people, units


async def children(db: Db, students: Collection[int], day: date) -> dict[int, Child]:
    """The students with their class of that day, by id; one statement."""
    rows = await db.all(_children(students, day))
    return {row.id: Child(row.id, row.first_name, row.last_name, row.unit_id, row.name or "") for row in rows}


@question
def _children(students: Collection[int], day: date) -> Select[Any]:
    current = (
        select(enrolments.c.student_id, units.c.id.label("unit_id"), units.c.name)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(belongs_on(day), units.c.parent_id.is_(None))
        .subquery()
    )
    return (
        select(people.c.id, people.c.first_name, people.c.last_name, current.c.unit_id, current.c.name)
        .outerjoin(current, current.c.student_id == people.c.id)
        .where(people.c.id.in_(students))
    )


async def members(db: Db, unit_ids: Collection[int], day: date) -> dict[int, set[int]]:
    """The students of each unit on that day; one statement."""
    found: dict[int, set[int]] = {unit: set() for unit in unit_ids}
    for row in await db.all(_members(unit_ids, day)):
        found[row.unit_id].add(row.student_id)
    return found


@question
def _members(unit_ids: Collection[int], day: date) -> Select[Any]:
    return select(enrolments.c.unit_id, enrolments.c.student_id).where(
        enrolments.c.unit_id.in_(unit_ids), belongs_on(day)
    )


async def lessons_end(db: Db, students: Collection[int], day: date) -> dict[int, datetime]:
    """When each student's last lesson of that day ends; without those who have none. One statement."""
    rows = await db.all(_last_ends(students, day))
    return {row.student_id: row.ends_at for row in rows}


@question
def _last_ends(students: Collection[int], day: date) -> Select[Any]:
    return (
        select(enrolments.c.student_id, func.max(lessons.c.ends_at).label("ends_at"))
        .join(lessons, lessons.c.unit_id == enrolments.c.unit_id)
        .where(
            enrolments.c.student_id.in_(students),
            lessons.c.date == day,
            lessons.c.status == LessonStatus.PLANNED,
            belongs_on(day),
        )
        .group_by(enrolments.c.student_id)
    )
