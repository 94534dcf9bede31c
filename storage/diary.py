"""The diary's hot reads: one statement a question, straight into dataclasses."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Row, Select, func, or_, select

from journal.model.attendance import Absence, Presence, Reason
from journal.model.lessons import LessonStatus
from journal.model.marks import Mark, Result, ResultKind
from storage.db import Db
from storage.tables.attendance import attendance
from storage.tables.lessons import lessons
from storage.tables.marks import marks, results, works
from storage.tables.people import enrolments
from storage.tables.timetable import subjects


class DiaryQueries:
    """Implements `journal.ports.diary.Diary`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def next_day(self, student_id: int, after: date) -> date | None:
        found: date | None = await self.db.scalar(
            _school_days(student_id).with_only_columns(func.min(lessons.c.date)).where(lessons.c.date > after)
        )
        return found

    async def day_before(self, student_id: int, before: date) -> date | None:
        found: date | None = await self.db.scalar(
            _school_days(student_id)
            .with_only_columns(func.max(lessons.c.date))
            .where(lessons.c.date < before)
        )
        return found

    async def marks(self, student_id: int, first: date, last: date) -> list[Mark]:
        rows = await self.db.all(
            _marks().where(marks.c.student_id == student_id, marks.c.date.between(first, last))
        )
        return [as_mark(row) for row in rows]

    async def marks_of_lessons(
        self, student_id: int, first: date, last: date
    ) -> list[tuple[int | None, Mark]]:
        rows = await self.db.all(
            _marks().where(marks.c.student_id == student_id, marks.c.date.between(first, last))
        )
        return [(row.lesson_id, as_mark(row)) for row in rows]

    async def marks_entered(self, student_id: int, since: date) -> list[Mark]:
        start = datetime.combine(since, time(), UTC)
        rows = await self.db.all(
            _marks().where(marks.c.student_id == student_id, marks.c.entered_at >= start)
        )
        return [as_mark(row) for row in rows]

    async def mark(self, mark_id: int) -> Mark | None:
        row = await self.db.first(_marks().where(marks.c.id == mark_id))
        return as_mark(row) if row else None

    async def absences(self, student_id: int, first: date, last: date) -> list[Absence]:
        rows = await self.db.all(
            select(attendance, subjects.c.name.label("subject"), lessons.c.starts_at)
            .join(lessons, lessons.c.id == attendance.c.lesson_id)
            .join(subjects, subjects.c.id == lessons.c.subject_id)
            .where(attendance.c.student_id == student_id, attendance.c.date.between(first, last))
            .order_by(attendance.c.date, attendance.c.slot)
        )
        return [_as_absence(row) for row in rows]

    async def results(self, student_id: int, period_id: int) -> list[Result]:
        rows = await self.db.all(
            select(results, subjects.c.name.label("subject"))
            .join(subjects, subjects.c.id == results.c.subject_id)
            .where(results.c.student_id == student_id, results.c.period_id == period_id)
        )
        return [
            Result(
                row.student_id, row.subject_id, row.subject, ResultKind(row.kind), row.value, row.period_id
            )
            for row in rows
        ]


def _school_days(student_id: int) -> Select[Any]:
    return (
        select(lessons.c.date)
        .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
        .where(
            enrolments.c.student_id == student_id,
            enrolments.c.since <= lessons.c.date,
            or_(enrolments.c.until.is_(None), enrolments.c.until > lessons.c.date),
            lessons.c.status == LessonStatus.PLANNED,
        )
    )


def _marks() -> Select[Any]:
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
        revision=row.revision,
        late=row.late,
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
    )
