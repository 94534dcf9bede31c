"""Queries about families' notes of absence, and about the reasons beside absences."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, func, or_, select, update

from journal.model.attendance import AbsenceNote, DayAbsence, NoteStatus, Presence, Reason
from journal.model.news import LessonPresence
from journal.model.people import Person, name_key
from storage.attendance import as_note
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.attendance import absence_notes, attendance, registers
from storage.tables.lessons import lessons
from storage.tables.people import enrolments, people, units
from storage.tables.timetable import subjects


class AbsenceQueries:
    """Implements `journal.ports.absences.Absences`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def note(self, note_id: int) -> AbsenceNote | None:
        row = await self.db.first(select(absence_notes).where(absence_notes.c.id == note_id))
        return as_note(row) if row else None

    async def author(self, note: AbsenceNote) -> Person | None:
        row = await self.db.first(
            select(*PERSON)
            .join(bindings, bindings.c.person_id == people.c.id)
            .where(bindings.c.account_id == note.account_id, bindings.c.student_id == note.student_id)
            .order_by(bindings.c.id.desc())
            .limit(1)
        )
        return as_person(row) if row else None

    async def notes_on(self, student_id: int, first: date, last: date) -> list[AbsenceNote]:
        rows = await self.db.all(
            select(absence_notes)
            .where(
                absence_notes.c.student_id == student_id,
                absence_notes.c.starts_on <= last,
                absence_notes.c.ends_on >= first,
            )
            .order_by(absence_notes.c.created_at.desc(), absence_notes.c.id.desc())
        )
        return [as_note(row) for row in rows]

    async def notes_of_class(
        self, class_id: int, statuses: Collection[NoteStatus]
    ) -> list[tuple[AbsenceNote, Person]]:
        rows = await self.db.all(
            select(absence_notes, people.c.last_name, people.c.first_name, people.c.middle_name)
            .join(people, people.c.id == absence_notes.c.student_id)
            .join(enrolments, enrolments.c.student_id == absence_notes.c.student_id)
            .where(
                enrolments.c.unit_id == class_id,
                enrolments.c.until.is_(None),
                absence_notes.c.status.in_(statuses),
            )
            .order_by(absence_notes.c.id)
        )
        return [(as_note(row), _student(row)) for row in rows]

    async def add(self, note: AbsenceNote) -> AbsenceNote:
        number = await self.db.insert(
            absence_notes,
            student_id=note.student_id,
            starts_on=note.starts_on,
            ends_on=note.ends_on,
            from_slot=note.from_slot,
            to_slot=note.to_slot,
            reason=note.reason,
            status=note.status,
            account_id=note.account_id,
            created_at=note.created_at,
        )
        return as_note(await self._row(number))

    async def change(self, note: AbsenceNote, by: int | None, at: datetime) -> bool:
        decision = {} if by is None else {"decided_at": at}
        touched = await self.db.run(
            update(absence_notes)
            .where(absence_notes.c.id == note.id, absence_notes.c.revision == note.revision)
            .values(
                starts_on=note.starts_on,
                ends_on=note.ends_on,
                from_slot=note.from_slot,
                to_slot=note.to_slot,
                reason=note.reason,
                status=note.status,
                certificate=note.certificate,
                decision_comment=note.decision_comment,
                account_id=note.account_id,
                created_at=note.created_at,
                decided_by=note.decided_by if by is None else by,
                revision=note.revision + 1,
                **decision,
            )
        )
        return touched == 1

    async def missed(self, student_id: int, day: date, now: datetime) -> list[LessonPresence]:
        rows = await self.db.all(
            select(attendance.c.lesson_id, attendance.c.slot, lessons.c.starts_at)
            .add_columns(subjects.c.name.label("subject"))
            .join(lessons, lessons.c.id == attendance.c.lesson_id)
            .join(subjects, subjects.c.id == lessons.c.subject_id)
            .join(registers, registers.c.lesson_id == lessons.c.id)
            .where(
                *_absent_on(student_id, day),
                or_(registers.c.tell_at.is_(None), registers.c.tell_at <= now),
            )
            .order_by(attendance.c.slot)
        )
        return [
            LessonPresence(row.lesson_id, row.slot, row.subject, row.starts_at, Presence.ABSENT)
            for row in rows
        ]

    async def reasons(self, student_id: int, day: date) -> list[Reason | None]:
        rows = await self.db.all(
            select(attendance.c.reason).where(*_absent_on(student_id, day)).order_by(attendance.c.slot)
        )
        return [_reason(row) for row in rows]

    async def explain(self, note: AbsenceNote, reason: Reason, by: int, at: datetime) -> int:
        covered = [
            attendance.c.student_id == note.student_id,
            attendance.c.date.between(note.starts_on, note.ends_on),
            attendance.c.status == Presence.ABSENT,
        ]
        if note.from_slot is not None:
            covered.append(attendance.c.slot >= note.from_slot)
        if note.to_slot is not None:
            covered.append(attendance.c.slot <= note.to_slot)
        return await self.db.run(
            update(attendance)
            .where(*covered)
            .values(reason=reason, reason_by=by, reason_at=at, note_id=note.id or attendance.c.note_id)
        )

    async def of_class(self, class_id: int, first: date, last: date) -> list[DayAbsence]:
        rows = await self.db.all(
            select(*PERSON, attendance.c.date, attendance.c.slot, attendance.c.reason, attendance.c.lesson_id)
            .join(attendance, attendance.c.student_id == people.c.id)
            .join(lessons, lessons.c.id == attendance.c.lesson_id)
            .join(units, units.c.id == lessons.c.unit_id)
            .where(
                attendance.c.date.between(first, last),
                attendance.c.status == Presence.ABSENT,
                func.coalesce(units.c.parent_id, units.c.id) == class_id,
            )
        )
        ordered = sorted(rows, key=lambda row: (row.date, name_key(as_person(row)), row.id, row.slot))
        return [
            _day_absence(list(found)) for _, found in groupby(ordered, key=lambda row: (row.date, row.id))
        ]

    async def _row(self, note_id: int) -> Row[Any]:
        found = await self.db.first(select(absence_notes).where(absence_notes.c.id == note_id))
        if found is None:
            raise LookupError("the note was stored but is not there")
        return found


def _absent_on(student_id: int, day: date) -> Iterable[Any]:
    return (
        attendance.c.student_id == student_id,
        attendance.c.date == day,
        attendance.c.status == Presence.ABSENT,
    )


def _reason(row: Row[Any]) -> Reason | None:
    return Reason(row.reason) if row.reason else None


def _student(row: Row[Any]) -> Person:
    return Person(row.student_id, row.last_name, row.first_name, row.middle_name)


def _day_absence(rows: list[Row[Any]]) -> DayAbsence:
    return DayAbsence(
        student=as_person(rows[0]),
        day=rows[0].date,
        slots=tuple(row.slot for row in rows),
        reasons=tuple(_reason(row) for row in rows),
        lessons=tuple(row.lesson_id for row in rows),
    )
