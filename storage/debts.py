"""Queries about what a child owes: the works of the own units with the own marks."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import CTE, Row, Select, Subquery, and_, exists, func, or_, select, union

from journal.marks.correcting import RETAKE
from journal.model.attendance import Presence
from journal.model.debts import GivenMark, OwnWork
from journal.model.lessons import LessonStatus
from journal.model.marks import DEBT
from journal.model.people import Person
from storage.db import Db
from storage.people import belongs_on
from storage.tables.attendance import attendance
from storage.tables.lessons import lessons
from storage.tables.marks import mark_revisions, marks, works
from storage.tables.people import enrolments, people, units
from storage.tables.school import periods
from storage.tables.timetable import subjects


class DebtQueries:
    """Implements `journal.ports.debts.Debts`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def works(self, students: Collection[int], day: date) -> dict[int, list[OwnWork]]:
        begun = _begun(students, day)
        return _by_student(await self.db.all(_within(begun, day)))

    async def open_works(
        self, students: Collection[int], day: date, controls: Collection[str]
    ) -> dict[int, list[OwnWork]]:
        begun = _begun(students, day)
        wanted = _may_be_owed(begun, day, controls)
        asked = _within(begun, day).join(
            wanted, and_(wanted.c.student_id == enrolments.c.student_id, wanted.c.work_id == works.c.id)
        )
        return _by_student(await self.db.all(asked))

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


def _begun(students: Collection[int], day: date) -> CTE:
    """When the period began that runs then, or ran last, for each of the students."""
    return (
        select(enrolments.c.student_id, func.max(periods.c.starts_on).label("starts_on"))
        .join(units, and_(units.c.id == enrolments.c.unit_id, units.c.parent_id.is_(None)))
        .join(
            periods,
            and_(
                periods.c.year_id == units.c.year_id,
                units.c.grade.between(periods.c.grade_from, periods.c.grade_to),
            ),
        )
        .where(enrolments.c.student_id.in_(students), periods.c.starts_on <= day)
        .group_by(enrolments.c.student_id)
        .cte("begun")
    )


def _within(begun: CTE, day: date) -> Select[Any]:
    return (
        _works()
        .join(begun, begun.c.student_id == enrolments.c.student_id)
        .where(works.c.date >= begun.c.starts_on, works.c.date <= day)
    )


def _may_be_owed(begun: CTE, day: date, controls: Collection[str]) -> Subquery:
    """Works with the sign of a debt or a mark that may still be retaken, and controls somebody was away from.

    A period of a school has a hundred works a child, of which hardly one is owed.
    """
    marked = (
        select(marks.c.student_id, marks.c.work_id)
        .join(begun, begun.c.student_id == marks.c.student_id)
        .where(
            marks.c.date >= begun.c.starts_on,
            marks.c.withdrawn_at.is_(None),
            or_(marks.c.value == DEBT, marks.c.retake_until >= day),
        )
    )
    missed = (
        select(attendance.c.student_id, works.c.id)
        .join(begun, begun.c.student_id == attendance.c.student_id)
        .join(works, works.c.lesson_id == attendance.c.lesson_id)
        .where(
            attendance.c.date >= begun.c.starts_on,
            attendance.c.status == Presence.ABSENT,
            works.c.kind.in_(controls),
        )
    )
    return union(marked, missed).subquery("wanted")


def _works() -> Select[Any]:
    """Works of students' units, with the marks of each student; to be narrowed to some students and days."""
    anybody = marks.alias()
    return (
        select(
            enrolments.c.student_id,
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
                marks.c.student_id == enrolments.c.student_id,
                marks.c.withdrawn_at.is_(None),
            ),
        )
        .outerjoin(
            attendance,
            and_(
                attendance.c.lesson_id == works.c.lesson_id,
                attendance.c.student_id == enrolments.c.student_id,
            ),
        )
        .where(belongs_on(works.c.date))
        .order_by(works.c.date, works.c.id, marks.c.place)
    )


def _by_student(rows: Iterable[Row[Any]]) -> dict[int, list[OwnWork]]:
    grouped: dict[tuple[int, int], list[Row[Any]]] = {}
    for row in rows:
        grouped.setdefault((row.student_id, row.id), []).append(row)
    found: dict[int, list[OwnWork]] = {}
    for (student, _), each in grouped.items():
        found.setdefault(student, []).append(_as_work(each))
    return found


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
