"""Queries about dated statuses of students."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from journal.model.attendance import Presence, Reason
from journal.model.people import Person, name_key
from journal.model.span import Span
from journal.model.statuses import StatusKind, StudentStatus
from storage.db import Db
from storage.people import PERSON, as_person, belongs_on
from storage.tables.attendance import attendance, student_statuses
from storage.tables.people import enrolments, people

STATUS = student_statuses.c


class StatusQueries:
    """Implements `journal.ports.statuses.Statuses`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def of_class(self, class_id: int, since: date) -> list[tuple[StudentStatus, Person]]:
        rows = await self.db.all(
            select(*PERSON, *_COLUMNS)
            .join(people, people.c.id == STATUS.student_id)
            .join(enrolments, enrolments.c.student_id == STATUS.student_id)
            .where(enrolments.c.unit_id == class_id, belongs_on(since), STATUS.ends_on >= since)
        )
        found = [(as_status(row), as_person(row)) for row in rows]
        return sorted(found, key=lambda pair: (name_key(pair[1]), pair[0].span.first, pair[0].id))

    async def of_student(self, student_id: int, since: date) -> list[StudentStatus]:
        rows = await self.db.all(
            select(*_COLUMNS)
            .where(STATUS.student_id == student_id, STATUS.ends_on >= since)
            .order_by(STATUS.starts_on, STATUS.id)
        )
        return [as_status(row) for row in rows]

    async def status(self, status_id: int) -> StudentStatus | None:
        row = await self.db.first(select(*_COLUMNS).where(STATUS.id == status_id))
        return as_status(row) if row else None

    async def add(self, status: StudentStatus, by: int, at: datetime) -> int:
        return await self.db.insert(
            student_statuses,
            student_id=status.student_id,
            kind=status.kind,
            starts_on=status.span.first,
            ends_on=status.span.last,
            from_slot=status.from_slot,
            subject_id=status.subject_id,
            note=status.note,
            entered_by=by,
            entered_at=at,
        )

    async def explain(self, status: StudentStatus, by: int, at: datetime) -> int:
        covered = [
            attendance.c.student_id == status.student_id,
            attendance.c.date.between(status.span.first, status.span.last),
            attendance.c.status.in_((Presence.ABSENT, Presence.LEFT_EARLY)),
            attendance.c.reason.is_(None),
        ]
        if status.from_slot is not None:
            covered.append(attendance.c.slot >= status.from_slot)
        return await self.db.run(
            update(attendance).where(*covered).values(reason=Reason.EXCUSED, reason_by=by, reason_at=at)
        )

    async def note(self, status_id: int, note: str | None) -> None:
        await self.db.run(update(student_statuses).where(STATUS.id == status_id).values(note=note))

    async def end(self, status_id: int, last: date | None) -> None:
        if last is None:
            await self.db.run(delete(student_statuses).where(STATUS.id == status_id))
        else:
            await self.db.run(update(student_statuses).where(STATUS.id == status_id).values(ends_on=last))


_COLUMNS = (
    STATUS.id.label("status_id"),
    STATUS.student_id,
    STATUS.kind,
    STATUS.starts_on,
    STATUS.ends_on,
    STATUS.from_slot,
    STATUS.subject_id,
    STATUS.note,
)


def as_status(row: Row[Any]) -> StudentStatus:
    return StudentStatus(
        id=row.status_id,
        student_id=row.student_id,
        kind=StatusKind(row.kind),
        span=Span(row.starts_on, row.ends_on),
        from_slot=row.from_slot,
        subject_id=row.subject_id,
        note=row.note,
    )
