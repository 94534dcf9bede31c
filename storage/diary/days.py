"""Days of a diary: lessons, marks and absences of several students at once."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from journal.model.attendance import Absence, Presence, Reason
from journal.model.card import SchoolDay
from journal.model.lessons import Lesson, LessonStatus
from journal.model.marks import Mark
from journal.model.span import Span
from storage.db import Db
from storage.lessons import as_lesson, lesson_select
from storage.people import belongs_on
from storage.question import question
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import lessons
from storage.tables.marks import marks, works
from storage.tables.people import enrolments
from storage.tables.timetable import subjects


class DayQueries:
    def __init__(self, db: Db) -> None:
        self.db = db

    async def lessons(self, students: Collection[int], span: Span) -> list[tuple[int, Lesson]]:
        rows = await self.db.all(_lessons(students, span.first, span.last))
        return [(row.student_id, as_lesson(row)) for row in rows]

    async def next_days(self, students: Collection[int], after: date) -> dict[int, date]:
        return {row.student_id: row.day for row in await self.db.all(_first_day(students, after))}

    async def days_before(self, students: Collection[int], before: date) -> dict[int, date]:
        return {row.student_id: row.day for row in await self.db.all(_last_day(students, before))}

    async def school_days(self, student_id: int, span: Span) -> list[SchoolDay]:
        held, taken = func.count(lessons.c.id), func.count(registers.c.lesson_id)
        statement = (
            select(lessons.c.date, held.label("held"), taken.label("taken"))
            .select_from(lessons)
            .outerjoin(registers, registers.c.lesson_id == lessons.c.id)
        )
        rows = await self.db.all(
            _of_students(statement, [student_id])
            .where(
                lessons.c.status == LessonStatus.PLANNED,
                lessons.c.date.between(span.first, span.last),
            )
            .group_by(lessons.c.date)
            .order_by(lessons.c.date)
        )
        return [SchoolDay(row.date, row.held, row.taken) for row in rows]

    async def marks(self, students: Collection[int], span: Span) -> list[Mark]:
        return [as_mark(row) for row in await self.db.all(_marks(students, span.first, span.last))]

    async def absences(self, students: Collection[int], span: Span) -> list[Absence]:
        return [_as_absence(row) for row in await self.db.all(_absences(students, span.first, span.last))]


@question
def _lessons(students: Collection[int], first: date, last: date) -> Select[Any]:
    return (
        _of_students(lesson_select().add_columns(enrolments.c.student_id), students)
        .where(lessons.c.date.between(first, last))
        .order_by(lessons.c.date, lessons.c.slot, lessons.c.id)
    )


@question
def _first_day(students: Collection[int], after: date) -> Select[Any]:
    return _nearest(students, lessons.c.date > after, lessons.c.date, func.min)


@question
def _last_day(students: Collection[int], before: date) -> Select[Any]:
    return _nearest(students, lessons.c.date < before, lessons.c.date.desc(), func.max)


@question
def _marks(students: Collection[int], first: date, last: date) -> Select[Any]:
    return mark_select().where(marks.c.student_id.in_(students), marks.c.date.between(first, last))


@question
def _absences(students: Collection[int], first: date, last: date) -> Select[Any]:
    return (
        select(attendance, subjects.c.name.label("subject"), lessons.c.subject_id, lessons.c.starts_at)
        .join(lessons, lessons.c.id == attendance.c.lesson_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .where(
            attendance.c.student_id.in_(students),
            attendance.c.date.between(first, last),
            attendance.c.status != Presence.PRESENT,
        )
        .order_by(attendance.c.date, attendance.c.slot)
    )


def _of_students(statement: Select[Any], students: Collection[int]) -> Select[Any]:
    """Narrows lessons to those of units that the students belonged to on the lesson's day."""
    return statement.join(enrolments, enrolments.c.unit_id == lessons.c.unit_id).where(
        enrolments.c.student_id.in_(students),
        belongs_on(lessons.c.date),
    )


def _nearest(students: Collection[int], wanted: ColumnElement[bool], order: Any, first: Any) -> Select[Any]:
    """The first school day in that order: one look into the index for each unit a student ever belonged to.

    Asked for the least or greatest day at once, the database reads every lesson of all those years.
    """
    day = (
        select(lessons.c.date)
        .where(lessons.c.unit_id == enrolments.c.unit_id, belongs_on(lessons.c.date), wanted)
        .where(lessons.c.status == LessonStatus.PLANNED)
        .order_by(order)
        .limit(1)
        .correlate(enrolments)
        .scalar_subquery()
    )
    each = select(enrolments.c.student_id, day.label("day")).where(enrolments.c.student_id.in_(students))
    found = each.subquery()
    return (
        select(found.c.student_id, first(found.c.day).label("day"))
        .where(found.c.day.is_not(None))
        .group_by(found.c.student_id)
    )


def mark_select() -> Select[Any]:
    """Marks that stand, with what a diary shows of them, oldest first."""
    return (
        select(
            marks,
            works.c.kind,
            works.c.weight,
            works.c.title,
            works.c.lesson_id,
            lessons.c.topic,
            subjects.c.name.label("subject"),
        )
        .join(works, works.c.id == marks.c.work_id)
        .join(subjects, subjects.c.id == marks.c.subject_id)
        .outerjoin(lessons, lessons.c.id == works.c.lesson_id)
        .where(marks.c.withdrawn_at.is_(None))
        .order_by(marks.c.date, marks.c.id)
    )


def as_mark(row: Row[Any]) -> Mark:
    return Mark(
        id=row.id,
        work_id=row.work_id,
        student_id=row.student_id,
        place=row.place,
        value=row.value,
        comment=row.comment,
        date=row.date,
        subject_id=row.subject_id,
        subject=row.subject,
        kind=row.kind,
        weight=row.weight,
        title=row.title,
        topic=row.topic,
        entered_at=row.entered_at,
        author_id=row.author_id,
        revision=row.revision,
        late=row.late,
        lesson_id=row.lesson_id,
        retake_until=row.retake_until,
    )


def _as_absence(row: Row[Any]) -> Absence:
    return Absence(
        id=row.id,
        lesson_id=row.lesson_id,
        student_id=row.student_id,
        date=row.date,
        slot=row.slot,
        subject=row.subject,
        status=Presence(row.status),
        reason=Reason(row.reason) if row.reason else None,
        starts_at=row.starts_at,
        minutes=row.minutes,
        subject_id=row.subject_id,
    )
