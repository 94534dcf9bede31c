"""The facts of families' notes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, exists, or_, select

from journal.model.attendance import AbsenceNote, NoteStatus, Presence
from journal.model.news import LessonPresence
from journal.model.people import Child, Person
from storage.attendance import as_note
from storage.children import children
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.attendance import absence_notes, attendance, registers
from storage.tables.lessons import lessons
from storage.tables.people import people
from storage.tables.timetable import subjects


@dataclass(frozen=True, slots=True)
class Noted:
    """A note, the child it is about, and the adult who sent it (None once the account is unbound)."""

    note: AbsenceNote
    child: Child
    author: Person | None


async def noted(db: Db, ids: Collection[int], day: date) -> dict[int, Noted]:
    """The notes by id, with the child's class of that day; three statements."""
    rows = await db.all(select(absence_notes).where(absence_notes.c.id.in_(ids)))
    notes = {row.id: as_note(row) for row in rows}
    named = await children(db, {note.student_id for note in notes.values()}, day)
    authors = {
        (row.account_id, row.student_id): as_person(row)
        for row in await db.all(
            select(*PERSON, bindings.c.account_id, bindings.c.student_id)
            .join(bindings, bindings.c.person_id == people.c.id)
            .where(
                bindings.c.account_id.in_({note.account_id for note in notes.values()}),
                bindings.c.student_id.in_(named),
            )
        )
    }
    return {
        key: Noted(note, named[note.student_id], authors.get((note.account_id, note.student_id)))
        for key, note in notes.items()
        if note.student_id in named
    }


async def missed(
    db: Db, notes: Collection[AbsenceNote], today: date, now: datetime
) -> dict[int, tuple[LessonPresence, ...]]:
    """By note: what the child missed today, or on its first day where it does not cover today. One statement.

    Only absences that families may know by now.
    """
    days = {note.id: today if note.starts_on <= today <= note.ends_on else note.starts_on for note in notes}
    rows = await db.all(
        select(
            attendance.c.student_id,
            attendance.c.date,
            attendance.c.lesson_id,
            attendance.c.slot,
            lessons.c.starts_at,
            subjects.c.name.label("subject"),
        )
        .join(lessons, lessons.c.id == attendance.c.lesson_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .join(registers, registers.c.lesson_id == lessons.c.id)
        .where(
            attendance.c.student_id.in_({note.student_id for note in notes}),
            attendance.c.date.in_(set(days.values())),
            attendance.c.status == Presence.ABSENT,
            or_(registers.c.tell_at.is_(None), registers.c.tell_at <= now),
        )
        .order_by(attendance.c.slot)
    )
    return {
        note.id: tuple(
            LessonPresence(row.lesson_id, row.slot, row.subject, row.starts_at, Presence.ABSENT)
            for row in rows
            if (row.student_id, row.date) == (note.student_id, days[note.id])
        )
        for note in notes
    }


async def unexplained(
    db: Db, first: date, last: date, students: Collection[int] | None = None
) -> dict[int, list[tuple[date, int, str]]]:
    """The absences of these days that nobody explained, by student: (date, slot, subject). One statement.

    A note that was sent and not declined is an explanation, whatever the class teacher makes of it.
    """
    explained = exists(
        select(absence_notes.c.id).where(
            absence_notes.c.student_id == attendance.c.student_id,
            absence_notes.c.starts_on <= attendance.c.date,
            absence_notes.c.ends_on >= attendance.c.date,
            absence_notes.c.status.not_in((NoteStatus.DECLINED, NoteStatus.CLOSED)),
        )
    )
    statement = (
        select(attendance.c.student_id, attendance.c.date, attendance.c.slot, subjects.c.name)
        .join(lessons, lessons.c.id == attendance.c.lesson_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .where(
            and_(attendance.c.date.between(first, last), attendance.c.status == Presence.ABSENT),
            attendance.c.reason.is_(None),
            ~explained,
        )
        .order_by(attendance.c.date, attendance.c.slot)
    )
    if students is not None:
        statement = statement.where(attendance.c.student_id.in_(students))
    found: dict[int, list[tuple[date, int, str]]] = {}
    for row in await db.all(statement):
        found.setdefault(row.student_id, []).append((row.date, row.slot, row.name))
    return found
