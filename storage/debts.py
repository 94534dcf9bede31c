"""Queries about what a child owes: the works of the own units with the own marks."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, select

from journal.marks.correcting import RETAKE
from journal.model.attendance import Presence
from journal.model.debts import GivenMark, OwnWork
from journal.model.lessons import LessonStatus
from journal.model.people import Person
from journal.model.span import Span
from storage.db import Db
from storage.people import belongs_on
from storage.tables.attendance import attendance
from storage.tables.lessons import lessons
from storage.tables.marks import mark_revisions, marks, works
from storage.tables.people import enrolments, people
from storage.tables.timetable import subjects


class DebtQueries:
    """Implements `journal.ports.debts.Debts`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def works(self, student_id: int, span: Span) -> list[OwnWork]:
        rows = await self.db.all(_works(student_id, span))
        found: dict[int, list[Row[Any]]] = {}
        for row in rows:
            found.setdefault(row.id, []).append(row)
        return [_as_work(each) for each in found.values()]

    async def retaken(self, student_id: int, works: Collection[int]) -> dict[int, str]:
        rows = await self.db.all(
            select(mark_revisions.c.mark_id, mark_revisions.c.value_before)
            .join(marks, marks.c.id == mark_revisions.c.mark_id)
            .where(
                marks.c.student_id == student_id,
                marks.c.work_id.in_(works),
                mark_revisions.c.reason == RETAKE,
                mark_revisions.c.value_before.is_not(None),
            )
            .order_by(mark_revisions.c.revision.desc())
        )
        # Retaken twice, a mark began with the first of its values.
        return {row.mark_id: row.value_before for row in rows}

    async def next_lessons(
        self, student_id: int, subjects: Collection[int], now: datetime
    ) -> dict[int, datetime]:
        rows = await self.db.all(
            select(lessons.c.subject_id, func.min(lessons.c.starts_at).label("starts_at"))
            .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
            .where(
                enrolments.c.student_id == student_id,
                enrolments.c.until.is_(None),
                lessons.c.subject_id.in_(subjects),
                lessons.c.starts_at > now,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .group_by(lessons.c.subject_id)
        )
        return {row.subject_id: row.starts_at for row in rows}


def _works(student_id: int, span: Span) -> Select[Any]:
    anybody = marks.alias()
    return (
        select(
            works.c.id,
            works.c.subject_id,
            subjects.c.name.label("subject"),
            works.c.kind,
            works.c.title,
            works.c.date,
            people.c.id.label("teacher_id"),
            people.c.last_name,
            people.c.first_name,
            people.c.middle_name,
            marks.c.id.label("mark_id"),
            marks.c.value,
            marks.c.entered_at,
            marks.c.retake_until,
            attendance.c.status,
            exists(
                select(anybody.c.id).where(anybody.c.work_id == works.c.id, anybody.c.withdrawn_at.is_(None))
            ).label("marked"),
        )
        .join(subjects, subjects.c.id == works.c.subject_id)
        .join(people, people.c.id == works.c.teacher_id)
        .join(enrolments, enrolments.c.unit_id == works.c.unit_id)
        .outerjoin(
            marks,
            and_(
                marks.c.work_id == works.c.id,
                marks.c.student_id == student_id,
                marks.c.withdrawn_at.is_(None),
            ),
        )
        .outerjoin(
            attendance,
            and_(attendance.c.lesson_id == works.c.lesson_id, attendance.c.student_id == student_id),
        )
        .where(
            enrolments.c.student_id == student_id,
            belongs_on(works.c.date),
            works.c.date.between(span.first, span.last),
        )
        .order_by(works.c.date, works.c.id, marks.c.place)
    )


def _as_work(rows: list[Row[Any]]) -> OwnWork:
    row = rows[0]
    return OwnWork(
        id=row.id,
        subject_id=row.subject_id,
        subject=row.subject,
        kind=row.kind,
        title=row.title,
        date=row.date,
        teacher=Person(row.teacher_id, row.last_name, row.first_name, row.middle_name),
        marks=tuple(
            GivenMark(one.mark_id, one.value, one.entered_at, one.retake_until)
            for one in rows
            if one.mark_id is not None
        ),
        absent=row.status == Presence.ABSENT,
        marked=bool(row.marked),
    )
