"""The facts of children's weeks, for any number of them in a constant number of statements."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Float, Integer, case, cast, func, or_, select

from journal.model.attendance import Presence, Reason
from journal.model.lessons import LessonStatus
from journal.model.news import SubjectWeek, WeekNews
from journal.model.people import Child
from storage.db import Db
from storage.tables.attendance import attendance
from storage.tables.lessons import homework, homework_done, lessons
from storage.tables.marks import marks, works
from storage.tables.people import enrolments
from storage.tables.school import periods
from storage.tables.timetable import subjects

VALID = [reason for reason in Reason if reason.valid]


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a week, both included, and the mark values that count in averages."""

    first: date
    last: date
    scale: tuple[int, ...]


async def weeks(db: Db, children: Mapping[int, Child], window: Window) -> dict[int, WeekNews]:
    """The week of each child; seven statements for any number of children."""
    given = await _marks(db, children, window)
    averages = await _averages(db, children, window)
    absences = await _absences(db, children, window)
    taught = await _lessons(db, children, window)
    tasks, done = await _homework(db, children, window), await _done(db, children, window)
    found = {}
    for student, child in children.items():
        missed, valid, unexplained, late = absences.get(student, (0, 0, 0, 0))
        days = taught.get(student)
        found[student] = WeekNews(
            child=child,
            first=days[1] if days else window.first,
            last=days[2] if days else window.last,
            subjects=tuple(
                SubjectWeek(subject, tuple(values), averages.get((student, subject)))
                for subject, values in sorted(given.get(student, {}).items())
            ),
            missed=missed,
            missed_valid=valid,
            unexplained=unexplained,
            late=late,
            homework=tasks.get(student, 0),
            homework_done=done.get(student, 0),
            lessons=days[0] if days else 0,
        )
    return found


async def _marks(db: Db, students: Collection[int], window: Window) -> dict[int, dict[str, list[str]]]:
    rows = await db.all(
        select(marks.c.student_id, subjects.c.name, marks.c.value)
        .join(subjects, subjects.c.id == marks.c.subject_id)
        .where(
            marks.c.student_id.in_(students),
            marks.c.date.between(window.first, window.last),
            marks.c.withdrawn_at.is_(None),
        )
        .order_by(marks.c.date, marks.c.id)
    )
    found: dict[int, dict[str, list[str]]] = {}
    for row in rows:
        found.setdefault(row.student_id, {}).setdefault(row.name, []).append(row.value)
    return found


async def _averages(db: Db, students: Collection[int], window: Window) -> dict[tuple[int, str], Decimal]:
    """Weighted averages of the period that runs at the end of the week, by student and subject."""
    start = await db.scalar(
        select(func.max(periods.c.starts_on)).where(
            periods.c.starts_on <= window.last, periods.c.ends_on >= window.last
        )
    )
    number = cast(marks.c.value, Integer)
    # Signs such as «зач» have no number; the cast must not even see them.
    value = case((marks.c.value.in_([str(mark) for mark in window.scale]), number))
    weighed = case((value.is_not(None), cast(works.c.weight, Float)))
    rows = await db.all(
        select(
            marks.c.student_id,
            subjects.c.name,
            (func.sum(value * weighed) / func.nullif(func.sum(weighed), 0)).label("average"),
        )
        .join(works, works.c.id == marks.c.work_id)
        .join(subjects, subjects.c.id == marks.c.subject_id)
        .where(
            marks.c.student_id.in_(students),
            marks.c.date.between(start or window.first, window.last),
            marks.c.withdrawn_at.is_(None),
        )
        .group_by(marks.c.student_id, subjects.c.name)
    )
    return {
        (row.student_id, row.name): Decimal(str(row.average)).quantize(Decimal("0.01"))
        for row in rows
        if row.average is not None
    }


async def _absences(
    db: Db, students: Collection[int], window: Window
) -> dict[int, tuple[int, int, int, int]]:
    absent = attendance.c.status == Presence.ABSENT
    rows = await db.all(
        select(
            attendance.c.student_id,
            func.count(case((absent, 1))).label("missed"),
            func.count(case((absent & attendance.c.reason.in_(VALID), 1))).label("valid"),
            func.count(case((absent & attendance.c.reason.is_(None), 1))).label("unexplained"),
            func.count(case((attendance.c.status == Presence.LATE, 1))).label("late"),
        )
        .where(attendance.c.student_id.in_(students), attendance.c.date.between(window.first, window.last))
        .group_by(attendance.c.student_id)
    )
    return {row.student_id: (row.missed, row.valid, row.unexplained, row.late) for row in rows}


def _taught(window: Window) -> list[ColumnElement[bool]]:
    return [
        lessons.c.date.between(window.first, window.last),
        lessons.c.status == LessonStatus.PLANNED,
        enrolments.c.since <= lessons.c.date,
        or_(enrolments.c.until.is_(None), enrolments.c.until > lessons.c.date),
    ]


async def _lessons(db: Db, students: Collection[int], window: Window) -> dict[int, tuple[int, date, date]]:
    rows = await db.all(
        select(
            enrolments.c.student_id,
            func.count().label("lessons"),
            func.min(lessons.c.date).label("first"),
            func.max(lessons.c.date).label("last"),
        )
        .join(lessons, lessons.c.unit_id == enrolments.c.unit_id)
        .where(enrolments.c.student_id.in_(students), *_taught(window))
        .group_by(enrolments.c.student_id)
    )
    return {row.student_id: (row.lessons, row.first, row.last) for row in rows}


async def _homework(db: Db, students: Collection[int], window: Window) -> dict[int, int]:
    rows = await db.all(
        select(enrolments.c.student_id, func.count(homework.c.id).label("tasks"))
        .join(lessons, lessons.c.unit_id == enrolments.c.unit_id)
        .join(homework, homework.c.lesson_id == lessons.c.id)
        .where(
            enrolments.c.student_id.in_(students),
            homework.c.withdrawn_at.is_(None),
            homework.c.no_work.is_(False),
            *_taught(window),
        )
        .group_by(enrolments.c.student_id)
    )
    return {row.student_id: row.tasks for row in rows}


async def _done(db: Db, students: Collection[int], window: Window) -> dict[int, int]:
    rows = await db.all(
        select(homework_done.c.student_id, func.count().label("done"))
        .join(homework, homework.c.id == homework_done.c.homework_id)
        .join(lessons, lessons.c.id == homework.c.lesson_id)
        .where(
            homework_done.c.student_id.in_(students),
            lessons.c.date.between(window.first, window.last),
            homework.c.withdrawn_at.is_(None),
        )
        .group_by(homework_done.c.student_id)
    )
    return {row.student_id: row.done for row in rows}


def week_before(day: date) -> date:
    """The first of the seven days that end with `day`."""
    return day - timedelta(days=6)
