"""Queries about a whole day of the school: lessons, registers, sizes, requests."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, func, select, union, update

from journal.entry import Record
from journal.model.attendance import NoteStatus, Presence, Reason
from journal.model.class_week import LateMarks, UncheckedWork
from journal.model.control import RequestStatus, TakenRegister
from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Person
from journal.model.requests import EntryRequest, Request
from journal.model.span import Span
from journal.model.viewing import MarkEdit, TracedMark
from storage.db import Db
from storage.lessons import as_lesson, lesson_select
from storage.people import PERSON, as_person, belongs_on
from storage.tables.attendance import absence_notes, attendance, registers
from storage.tables.lessons import lessons
from storage.tables.marks import entry_requests, mark_revisions, marks, works
from storage.tables.outbox import events
from storage.tables.people import contacts, enrolments, guardianships, people, units
from storage.tables.timetable import subjects

CLASS = func.coalesce(units.c.parent_id, units.c.id)

DAY = timedelta(days=1)


class ControlQueries:
    """Implements `journal.ports.control.Control`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def lessons_of(self, day: date) -> list[Lesson]:
        rows = await self.db.all(
            lesson_select()
            .where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED)
            .order_by(units.c.grade, units.c.name, lessons.c.slot)
        )
        return [as_lesson(row) for row in rows]

    async def school_day(self, now: datetime, *, back: bool) -> date | None:
        # By the index of dates; whatever the zone, the day is this one or the next to it.
        found = select(lessons.c.date).limit(1)
        if back:
            latest = (now + DAY).date()
            found = found.where(lessons.c.date <= latest, lessons.c.starts_at <= now).order_by(
                lessons.c.date.desc()
            )
        else:
            since = (now - DAY).date()
            found = found.where(lessons.c.date >= since, lessons.c.starts_at > now).order_by(lessons.c.date)
        day: date | None = await self.db.scalar(found)
        return day

    async def neighbour(self, day: date, *, back: bool) -> date | None:
        found = select(func.max(lessons.c.date)).where(lessons.c.date < day)
        if not back:
            found = select(func.min(lessons.c.date)).where(lessons.c.date > day)
        other: date | None = await self.db.scalar(found)
        return other

    async def registers_of(self, class_id: int | None, day: date) -> list[TakenRegister]:
        here = [lessons.c.date == day]
        if class_id is not None:
            here.append(CLASS.in_((class_id,)))
        taken = await self.db.all(
            select(lessons.c.id, lessons.c.slot, CLASS.label("class_id"), registers.c.expected)
            .join(registers, registers.c.lesson_id == lessons.c.id)
            .join(units, units.c.id == lessons.c.unit_id)
            .where(*here)
        )
        statuses: dict[int, dict[int, Presence]] = defaultdict(dict)
        for row in await self.db.all(
            select(attendance.c.lesson_id, attendance.c.student_id, attendance.c.status)
            .join(lessons, lessons.c.id == attendance.c.lesson_id)
            .join(units, units.c.id == lessons.c.unit_id)
            .where(attendance.c.date == day, *here)
        ):
            statuses[row.lesson_id][row.student_id] = Presence(row.status)
        return [
            TakenRegister(row.id, row.class_id, row.slot, frozenset(row.expected), statuses[row.id])
            for row in taken
        ]

    async def sizes(self, day: date) -> dict[int, int]:
        rows = await self.db.all(
            select(enrolments.c.unit_id, func.count().label("size"))
            .where(belongs_on(day))
            .group_by(enrolments.c.unit_id)
        )
        return {row.unit_id: row.size for row in rows}

    async def ill_on(self, day: date) -> frozenset[int]:
        by_register = select(attendance.c.student_id).where(
            attendance.c.date == day, attendance.c.reason == Reason.ILL
        )
        by_note = select(absence_notes.c.student_id).where(
            absence_notes.c.starts_on <= day,
            absence_notes.c.ends_on >= day,
            absence_notes.c.reason == Reason.ILL,
            absence_notes.c.status.in_((NoteStatus.SENT, NoteStatus.ACCEPTED)),
        )
        return frozenset(await self.db.scalars(union(by_register, by_note)))

    async def adults_of(self, students: Collection[int]) -> dict[int, list[tuple[Person, str | None]]]:
        rows = await self.db.all(
            select(*PERSON, guardianships.c.student_id, contacts.c.value)
            .join(guardianships, guardianships.c.guardian_id == people.c.id)
            .outerjoin(contacts, and_(contacts.c.person_id == people.c.id, contacts.c.kind == "phone"))
            .where(guardianships.c.student_id.in_(students), guardianships.c.ended_on.is_(None))
            .order_by(guardianships.c.id, contacts.c.id)
        )
        found: dict[int, list[tuple[Person, str | None]]] = defaultdict(list)
        for row in rows:
            found[row.student_id].append((as_person(row), row.value))
        return found

    async def waiting_requests(self) -> int:
        found = select(func.count()).select_from(entry_requests).where(entry_requests.c.status == "waiting")
        return int(await self.db.scalar(found))

    async def requests(self, status: str) -> list[EntryRequest]:
        return await self._requests(entry_requests.c.status == status)

    async def request(self, request_id: int) -> EntryRequest | None:
        return next(iter(await self._requests(entry_requests.c.id == request_id)), None)

    async def requests_by_id(self, numbers: Collection[int]) -> dict[int, EntryRequest]:
        return {found.id: found for found in await self._requests(entry_requests.c.id.in_(numbers))}

    async def decide(self, request: Request, by: int | None, at: datetime) -> None:
        await self.db.run(
            update(entry_requests)
            .where(entry_requests.c.id == request.id)
            .values(
                status=request.status,
                decided_by=by,
                decided_at=at,
                answer=request.answer,
                open_until=request.open_until,
            )
        )

    async def marks_of(self, lesson_id: int) -> list[TracedMark]:
        rows = await self.db.all(
            select(marks.c.student_id, marks.c.late, mark_revisions)
            .join(works, works.c.id == marks.c.work_id)
            .join(mark_revisions, mark_revisions.c.mark_id == marks.c.id)
            .where(works.c.lesson_id == lesson_id)
            .order_by(marks.c.student_id, marks.c.work_id, marks.c.place, mark_revisions.c.revision)
        )
        found: dict[int, list[Row[Any]]] = defaultdict(list)
        for row in rows:
            found[row.mark_id].append(row)
        return [
            TracedMark(edits[0].student_id, edits[0].late, tuple(_edit(row) for row in edits))
            for edits in found.values()
        ]

    async def late_marks(self, class_id: int, span: Span) -> list[LateMarks]:
        rows = await self.db.all(
            select(*PERSON, subjects.c.name, func.count().label("late"))
            .join(marks, marks.c.author_id == people.c.id)
            .join(works, works.c.id == marks.c.work_id)
            .join(units, units.c.id == works.c.unit_id)
            .join(subjects, subjects.c.id == works.c.subject_id)
            .where(
                marks.c.date.between(span.first, span.last),
                marks.c.late.is_(True),
                marks.c.withdrawn_at.is_(None),
                CLASS.in_((class_id,)),
            )
            .group_by(*PERSON, subjects.c.name)
            .order_by(people.c.last_name, people.c.id, subjects.c.name)
        )
        return [LateMarks(as_person(row), row.name, row.late) for row in rows]

    async def unchecked_works(self, class_id: int, today: date) -> list[UncheckedWork]:
        rows = await self.db.all(
            select(*PERSON, subjects.c.name, works.c.kind, works.c.date, works.c.due_on)
            .join(works, works.c.teacher_id == people.c.id)
            .join(units, units.c.id == works.c.unit_id)
            .join(subjects, subjects.c.id == works.c.subject_id)
            .where(works.c.due_on < today, works.c.checked_at.is_(None), CLASS.in_((class_id,)))
            .order_by(works.c.due_on, works.c.id)
        )
        return [UncheckedWork(as_person(row), row.name, row.kind, row.date, row.due_on) for row in rows]

    async def told_at(self, subjects: Collection[str]) -> dict[str, datetime]:
        rows = await self.db.all(
            select(events.c.subject, func.max(events.c.at).label("at"))
            .where(events.c.subject.in_(subjects))
            .group_by(events.c.subject)
        )
        return {row.subject: row.at for row in rows}

    async def _requests(self, condition: Any) -> list[EntryRequest]:
        asked = await self.db.all(
            select(entry_requests)
            .where(condition, entry_requests.c.lesson_id.is_not(None))
            .order_by(entry_requests.c.id)
        )
        wanted = {row.lesson_id for row in asked}
        found = {
            row.id: as_lesson(row)
            for row in await self.db.all(lesson_select().where(lessons.c.id.in_(wanted)))
        }
        authors = {row.requested_by for row in asked}
        named = {
            row.id: as_person(row)
            for row in await self.db.all(select(*PERSON).where(people.c.id.in_(authors)))
        }
        return [_request(row, found[row.lesson_id], named[row.requested_by]) for row in asked]


def _request(row: Row[Any], lesson: Lesson, teacher: Person) -> EntryRequest:
    return EntryRequest(
        row.id,
        lesson,
        Record(row.kind),
        row.reason,
        teacher,
        row.requested_at,
        RequestStatus(row.status),
        row.answer,
        row.open_until,
    )


def _edit(row: Row[Any]) -> MarkEdit:
    return MarkEdit(row.value_before, row.value_after, row.author_id, row.at, row.reason)
