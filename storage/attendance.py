"""Queries about registers: what is posted, the draft of taps, and what proposals rest on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, and_, delete, func, or_, select, update

from journal.model.access import BindingKind
from journal.model.attendance import AbsenceNote, NoteStatus, Presence
from journal.model.lessons import Lesson
from journal.model.people import Person, name_key
from journal.model.register import DatedStatus, Draft, Earlier, Register, Standing
from journal.model.subscriptions import Mode, Topic
from storage.db import Db
from storage.listeners import live
from storage.people import PERSON, as_person, belongs_on, select_persons, shares_the_page
from storage.question import question
from storage.tables.access import accounts, bindings
from storage.tables.attendance import absence_notes, attendance, register_drafts, registers, student_statuses
from storage.tables.lessons import lessons
from storage.tables.outbox import subscriptions
from storage.tables.people import enrolments, people, units


def as_note(row: Row[Any]) -> AbsenceNote:
    return AbsenceNote(
        id=row.id,
        student_id=row.student_id,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        reason=row.reason,
        status=NoteStatus(row.status),
        account_id=row.account_id,
        created_at=row.created_at,
        from_slot=row.from_slot,
        to_slot=row.to_slot,
        comment=row.comment,
        certificate=row.certificate,
        decision_comment=row.decision_comment,
        revision=row.revision,
        decided_by=row.decided_by,
    )


class AttendanceQueries:
    """Implements `journal.ports.attendance.Attendance`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def register(self, lesson_id: int) -> Register | None:
        row = await self.db.first(_register(lesson_id))
        if row is None:
            return None
        rows = await self.db.all(_exceptions(lesson_id))
        return Register(
            lesson_id=lesson_id,
            expected=tuple(row.expected),
            taken_by=row.taken_by,
            taken_at=row.taken_at,
            entered_by=row.taken_by,
            entered_at=row.taken_at,
            revision=row.revision,
            late=row.late,
            tell_at=row.tell_at,
            standings={
                item.student_id: Standing(
                    Presence(item.status), item.reason, item.reason_note, item.note_id, item.minutes
                )
                for item in rows
            },
            before=_unpacked(row.before),
        )

    async def expected(self, lesson: Lesson, register: Register | None) -> list[Person]:
        asked = (
            select_persons(register.expected)
            if register is not None
            else _of_page(lesson.unit_id, lesson.subject_id, lesson.date)
        )
        return sorted((as_person(row) for row in await self.db.all(asked)), key=name_key)

    async def families(self, students: Collection[int], day: date) -> dict[int, list[dict[Topic, Mode]]]:
        found: dict[int, dict[int, dict[Topic, Mode]]] = {}
        for row in await self.db.all(_guardians(day, students)):
            modes = found.setdefault(row.student_id, {}).setdefault(row.account_id, {})
            if row.mode is not None:
                modes[Topic(row.topic)] = Mode(row.mode)
        return {student: list(of_account.values()) for student, of_account in found.items()}

    async def draft(self, lesson_id: int) -> Draft:
        row = await self.db.first(_draft(lesson_id))
        if row is None:
            return Draft()
        taps = {int(student): (Presence(status), at) for student, (status, at) in row.statuses.items()}
        return Draft(taps, row.revision, row.settled, row.posted)

    async def keep_draft(self, lesson_id: int, draft: Draft, by: int, at: datetime) -> None:
        taps = {str(student): [str(status), made] for student, (status, made) in draft.taps.items()}
        row = {
            "lesson_id": lesson_id,
            "statuses": taps,
            "revision": draft.revision,
            "settled": draft.settled,
            "posted": draft.posted,
            "updated_by": by,
            "updated_at": at,
        }
        await self.db.upsert(register_drafts, ("lesson_id",), [row])

    async def post(self, register: Register, lesson: Lesson, changed: Mapping[int, Standing | None]) -> None:
        row = {
            "lesson_id": register.lesson_id,
            "expected": list(register.expected),
            "taken_by": register.taken_by,
            "taken_at": register.taken_at,
            "revision": register.revision,
            "late": register.late,
            "tell_at": register.tell_at,
            "before": _packed(register.before),
        }
        await self.db.upsert(registers, ("lesson_id",), [row])
        gone = [student for student, standing in changed.items() if standing is None]
        if gone:
            await self.db.run(
                delete(attendance).where(
                    attendance.c.lesson_id == lesson.id, attendance.c.student_id.in_(gone)
                )
            )
        rows = [
            {
                "lesson_id": lesson.id,
                "student_id": student,
                "date": lesson.date,
                "slot": lesson.slot,
                "status": standing.status,
                "reason": standing.reason,
                "reason_note": standing.reason_note,
                "note_id": standing.note_id,
                "minutes": standing.minutes,
                "entered_by": register.entered_by,
                "entered_at": register.entered_at,
                "revision": register.revision,
            }
            for student, standing in changed.items()
            if standing is not None
        ]
        await self.db.upsert(attendance, ("lesson_id", "student_id"), rows)

    async def set_minutes(self, lesson_id: int, student_id: int, minutes: int | None) -> None:
        await self.db.run(
            update(attendance)
            .where(attendance.c.lesson_id == lesson_id, attendance.c.student_id == student_id)
            .values(minutes=minutes)
        )

    async def unpost(self, lesson_id: int) -> None:
        await self.db.run(delete(attendance).where(attendance.c.lesson_id == lesson_id))
        await self.db.run(delete(registers).where(registers.c.lesson_id == lesson_id))

    async def accepted_notes(self, students: Collection[int], day: date, slot: int) -> list[AbsenceNote]:
        rows = await self.db.all(_accepted_notes(students, day))
        return [note for note in map(as_note, rows) if note.covers(day, slot)]

    async def dated_statuses(
        self, students: Collection[int], day: date, slot: int, subject_id: int
    ) -> list[DatedStatus]:
        rows = await self.db.all(_dated_statuses(students, day, slot, subject_id))
        return [DatedStatus(row.student_id, row.kind) for row in rows]

    async def earlier(self, lesson: Lesson) -> list[Earlier]:
        taken = await self.db.all(_earlier(lesson.class_id, lesson.date, lesson.slot))
        absent: dict[int, set[int]] = {}
        for row in await self.db.all(_gone([row.id for row in taken])):
            absent.setdefault(row.lesson_id, set()).add(row.student_id)
        return [
            Earlier(row.slot, frozenset(row.expected), frozenset(absent.get(row.id, ()))) for row in taken
        ]


@question
def _guardians(day: date, students: Collection[int]) -> Select[Any]:
    chosen = and_(
        subscriptions.c.account_id == bindings.c.account_id,
        subscriptions.c.student_id == bindings.c.student_id,
        subscriptions.c.kind.in_([Topic.ABSENCES.value, Topic.LATENESS.value]),
    )
    return (
        select(
            bindings.c.student_id,
            bindings.c.account_id,
            subscriptions.c.kind.label("topic"),
            subscriptions.c.mode,
        )
        .join(accounts, accounts.c.id == bindings.c.account_id)
        .outerjoin(subscriptions, chosen)
        .where(
            bindings.c.student_id.in_(students),
            bindings.c.kind == BindingKind.GUARDIAN,
            live(day),
            accounts.c.blocked_at.is_(None),
        )
    )


@question
def _register(lesson_id: int) -> Select[Any]:
    return select(registers).where(registers.c.lesson_id == lesson_id)


@question
def _exceptions(lesson_id: int) -> Select[Any]:
    return select(attendance).where(attendance.c.lesson_id == lesson_id)


@question
def _of_page(unit_id: int, subject_id: int, day: date) -> Select[Any]:
    return (
        select(*PERSON)
        .join(enrolments, enrolments.c.student_id == people.c.id)
        .where(enrolments.c.unit_id == unit_id, belongs_on(day), shares_the_page(unit_id, subject_id, day))
    )


@question
def _draft(lesson_id: int) -> Select[Any]:
    return select(register_drafts).where(register_drafts.c.lesson_id == lesson_id)


@question
def _accepted_notes(students: Collection[int], day: date) -> Select[Any]:
    return (
        select(absence_notes)
        .where(
            absence_notes.c.student_id.in_(students),
            absence_notes.c.starts_on <= day,
            absence_notes.c.ends_on >= day,
            absence_notes.c.status == NoteStatus.ACCEPTED,
        )
        .order_by(absence_notes.c.id)
    )


@question
def _dated_statuses(students: Collection[int], day: date, slot: int, subject_id: int) -> Select[Any]:
    table = student_statuses.c
    return select(table.student_id, table.kind).where(
        table.student_id.in_(students),
        table.starts_on <= day,
        table.ends_on >= day,
        or_(table.from_slot.is_(None), table.from_slot <= slot),
        or_(table.subject_id.is_(None), table.subject_id == subject_id),
    )


@question
def _earlier(class_id: int, day: date, slot: int) -> Select[Any]:
    return (
        select(lessons.c.id, lessons.c.slot, registers.c.expected)
        .join(units, units.c.id == lessons.c.unit_id)
        .join(registers, registers.c.lesson_id == lessons.c.id)
        .where(
            func.coalesce(units.c.parent_id, units.c.id) == class_id,
            lessons.c.date == day,
            lessons.c.slot < slot,
        )
    )


@question
def _gone(lesson_ids: Collection[int]) -> Select[Any]:
    return select(attendance.c.lesson_id, attendance.c.student_id).where(
        attendance.c.lesson_id.in_(lesson_ids),
        attendance.c.status.in_((Presence.ABSENT, Presence.LEFT_EARLY)),
    )


def _packed(standings: Mapping[int, Standing] | None) -> dict[str, Any] | None:
    if standings is None:
        return None
    return {str(student): asdict(standing) for student, standing in standings.items()}


def _unpacked(stored: dict[str, Any] | None) -> dict[int, Standing] | None:
    if stored is None:
        return None
    return {
        int(student): Standing(**{**item, "status": Presence(item["status"])})
        for student, item in stored.items()
    }
