"""The facts of children's weeks, for any number of them in a constant number of statements."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, Row, case, cast, func, select

from journal.model.attendance import Presence, Reason
from journal.model.lessons import LessonStatus
from journal.model.people import Child
from journal.model.span import Span
from journal.model.week import Ahead, SubjectWeek, WeekAbsence, WeekNews
from storage.db import Db
from storage.diary import DiaryQueries
from storage.people import belongs_on
from storage.tables.attendance import attendance
from storage.tables.lessons import homework, lessons, plan_rows, plans
from storage.tables.marks import marks, works
from storage.tables.people import enrolments
from storage.tables.school import periods
from storage.tables.timetable import subjects

DAY, AHEAD = timedelta(days=1), timedelta(days=7)
VALID = [reason for reason in Reason if reason.valid]


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a week, both included, and the mark values that count in averages."""

    first: date
    last: date
    scale: tuple[int, ...]


async def weeks(db: Db, children: Mapping[int, Child], window: Window) -> dict[int, WeekNews]:
    """The week of each child, but for the debts; ten statements for any number of children."""
    given = await _marks(db, children, window)
    averages = await _averages(db, children, window)
    absences = await _absences(db, children, window)
    taught = await _lessons(db, children, window)
    works, tasks = await _works(db, children, window), await _homework(db, children, window)
    happenings = await DiaryQueries(db).happenings(children, Span(window.last + DAY, window.last + AHEAD))
    found = {}
    for student, child in children.items():
        absent = [row for row in absences.get(student, ()) if row.status == Presence.ABSENT]
        days, coming = taught.get(student), tasks.get(student, [])
        found[student] = WeekNews(
            child=child,
            first=days[1] if days else window.first,
            last=days[2] if days else window.last,
            subjects=tuple(
                SubjectWeek(subject, tuple(values), averages.get((student, subject)))
                for subject, values in sorted(given.get(student, {}).items())
            ),
            missed=len(absent),
            missed_valid=sum(row.reason in VALID for row in absent),
            unexplained=sum(row.reason is None for row in absent),
            late=len(absences.get(student, ())) - len(absent),
            absences=tuple(
                WeekAbsence(row.date, row.name, Reason(row.reason) if row.reason else None) for row in absent
            ),
            works=tuple(Ahead(row.date, row.name, row.text) for row in works.get(student, ())),
            homework=tuple(
                Ahead(row.date, row.name, row.text) for row in coming if row.date == coming[0].date
            ),
            happenings=tuple(happenings[student]),
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


async def _absences(db: Db, students: Collection[int], window: Window) -> dict[int, list[Row[Any]]]:
    """Each child's absences and late arrivals of the week, in order."""
    return _by_student(
        await db.all(
            select(
                attendance.c.student_id,
                attendance.c.date,
                attendance.c.status,
                attendance.c.reason,
                subjects.c.name,
            )
            .join(lessons, lessons.c.id == attendance.c.lesson_id)
            .join(subjects, subjects.c.id == lessons.c.subject_id)
            .where(
                attendance.c.student_id.in_(students),
                attendance.c.date.between(window.first, window.last),
                attendance.c.status.in_((Presence.ABSENT, Presence.LATE)),
            )
            .order_by(attendance.c.date, attendance.c.slot)
        )
    )


def _taught(window: Window) -> list[ColumnElement[bool]]:
    return [
        lessons.c.date.between(window.first, window.last),
        lessons.c.status == LessonStatus.PLANNED,
        belongs_on(lessons.c.date),
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


async def _works(db: Db, students: Collection[int], window: Window) -> dict[int, list[Row[Any]]]:
    """Control works planned for the seven days after the week."""
    return _by_student(
        await db.all(
            select(
                enrolments.c.student_id,
                plan_rows.c.planned_on.label("date"),
                subjects.c.name,
                plan_rows.c.work_kind.label("text"),
            )
            .join(plans, plans.c.unit_id == enrolments.c.unit_id)
            .join(plan_rows, plan_rows.c.plan_id == plans.c.id)
            .join(subjects, subjects.c.id == plans.c.subject_id)
            .where(
                enrolments.c.student_id.in_(students),
                enrolments.c.until.is_(None),
                plan_rows.c.work_kind.is_not(None),
                plan_rows.c.planned_on > window.last,
                plan_rows.c.planned_on <= window.last + AHEAD,
            )
            .order_by(plan_rows.c.planned_on, subjects.c.name)
        )
    )


async def _homework(db: Db, students: Collection[int], window: Window) -> dict[int, list[Row[Any]]]:
    """What is set for the seven days after the week, in the order of the lessons."""
    coming = Window(window.last + DAY, window.last + AHEAD, window.scale)
    return _by_student(
        await db.all(
            select(
                enrolments.c.student_id,
                lessons.c.date,
                subjects.c.name,
                func.coalesce(homework.c.text, "").label("text"),
            )
            .join(lessons, lessons.c.unit_id == enrolments.c.unit_id)
            .join(homework, homework.c.lesson_id == lessons.c.id)
            .join(subjects, subjects.c.id == lessons.c.subject_id)
            .where(
                enrolments.c.student_id.in_(students),
                homework.c.withdrawn_at.is_(None),
                homework.c.no_work.is_(False),
                *_taught(coming),
            )
            .order_by(lessons.c.date, lessons.c.slot, homework.c.id)
        )
    )


def _by_student(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.student_id, []).append(row)
    return found


def week_before(day: date) -> date:
    """The first of the seven days that end with `day`."""
    return day - timedelta(days=6)
