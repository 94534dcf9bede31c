"""The facts of a child's day at school."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from journal.events import RegisterSaved
from journal.model.attendance import AbsenceNote, Presence
from journal.model.news import AttendanceDay, LessonPresence
from journal.model.people import Child
from journal.model.statuses import StatusKind
from storage.attendance import as_note
from storage.db import Db
from storage.events import WAITING
from storage.people import belongs_on
from storage.question import question
from storage.tables.attendance import absence_notes, attendance, registers, student_statuses
from storage.tables.lessons import lessons
from storage.tables.outbox import events
from storage.tables.people import enrolments
from storage.tables.timetable import subjects

Key = tuple[int, date]


async def days(db: Db, children: Collection[Child], dates: Collection[date]) -> dict[Key, AttendanceDay]:
    """The day of each child on each date, by (student, date); five statements in all.

    A lesson whose register waits for its hold to end is told as unknown: families hear of it later.
    """
    students = [child.student_id for child in children]
    first, last = min(dates), max(dates)
    taught = await db.all(_lessons(students, dates))
    held = await _held(db, {row.id for row in taught})
    marked = await _exceptions(db, students, dates)
    away = await db.all(_statuses(students, first, last))
    notes = [as_note(row) for row in await db.all(_notes(students, first, last))]
    lived: defaultdict[Key, list[LessonPresence]] = defaultdict(list)
    for row in taught:
        lived[row.student_id, row.date].append(
            LessonPresence(
                lesson_id=row.id,
                slot=row.slot,
                subject=row.subject,
                starts_at=row.starts_at,
                presence=None if row.id in held else _presence(row, marked),
                expected_away=_expected_away(row, away),
            )
        )
    noted: defaultdict[int, list[AbsenceNote]] = defaultdict(list)
    for note in notes:
        noted[note.student_id].append(note)
    return {
        (child.student_id, day): AttendanceDay(
            child=child,
            day=day,
            lessons=tuple(lived[child.student_id, day]),
            notes=tuple(note for note in noted[child.student_id] if note.starts_on <= day <= note.ends_on),
        )
        for child in children
        for day in dates
    }


@question
def _lessons(students: Collection[int], dates: Collection[date]) -> Select[Any]:
    return (
        select(
            enrolments.c.student_id,
            lessons.c.id,
            lessons.c.date,
            lessons.c.slot,
            lessons.c.starts_at,
            lessons.c.subject_id,
            subjects.c.name.label("subject"),
            registers.c.expected,
        )
        .join(lessons, lessons.c.unit_id == enrolments.c.unit_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .outerjoin(registers, registers.c.lesson_id == lessons.c.id)
        .where(
            enrolments.c.student_id.in_(students),
            lessons.c.date.in_(dates),
            belongs_on(lessons.c.date),
        )
        .order_by(lessons.c.date, lessons.c.slot, lessons.c.id)
    )


async def _held(db: Db, lesson_ids: Collection[int]) -> set[int]:
    """The lessons of which an event still waits."""
    named = {RegisterSaved(lesson_id, 0).subject: lesson_id for lesson_id in lesson_ids}
    return {named[subject] for subject in await db.scalars(_waiting(named))}


@question
def _waiting(subjects: Collection[str]) -> Select[Any]:
    return select(events.c.subject).where(events.c.subject.in_(subjects), WAITING)


async def _exceptions(
    db: Db, students: Collection[int], dates: Collection[date]
) -> dict[tuple[int, int], str]:
    rows = await db.all(_marked(students, dates))
    return {(row.lesson_id, row.student_id): row.status for row in rows}


@question
def _marked(students: Collection[int], dates: Collection[date]) -> Select[Any]:
    return select(attendance.c.lesson_id, attendance.c.student_id, attendance.c.status).where(
        attendance.c.student_id.in_(students), attendance.c.date.in_(dates)
    )


def _presence(row: Row[Any], marked: dict[tuple[int, int], str]) -> Presence | None:
    if row.expected is None or row.student_id not in row.expected:
        return None
    return Presence(marked.get((row.id, row.student_id), Presence.PRESENT))


@question
def _statuses(students: Collection[int], first: date, last: date) -> Select[Any]:
    return select(student_statuses).where(
        student_statuses.c.student_id.in_(students),
        student_statuses.c.starts_on <= last,
        student_statuses.c.ends_on >= first,
    )


def _expected_away(lesson: Row[Any], statuses: Sequence[Row[Any]]) -> bool:
    return any(
        StatusKind(status.kind).away
        and status.student_id == lesson.student_id
        and status.starts_on <= lesson.date <= status.ends_on
        and (status.from_slot is None or lesson.slot >= status.from_slot)
        and status.subject_id in (None, lesson.subject_id)
        for status in statuses
    )


@question
def _notes(students: Collection[int], first: date, last: date) -> Select[Any]:
    return select(absence_notes).where(
        absence_notes.c.student_id.in_(students),
        absence_notes.c.starts_on <= last,
        absence_notes.c.ends_on >= first,
    )
