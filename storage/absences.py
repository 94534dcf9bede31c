"""Queries about families' notes of absence."""

from datetime import date, datetime

from sqlalchemy import select, update

from journal.model.attendance import AbsenceNote, NoteStatus, Presence, Reason
from storage.attendance import as_note
from storage.db import Db
from storage.tables.attendance import absence_notes, attendance


class AbsenceQueries:
    """Implements `journal.ports.absences.Absences`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def note(self, note_id: int) -> AbsenceNote | None:
        row = await self.db.first(select(absence_notes).where(absence_notes.c.id == note_id))
        return as_note(row) if row else None

    async def note_on(self, student_id: int, day: date) -> AbsenceNote | None:
        row = await self.db.first(
            select(absence_notes)
            .where(
                absence_notes.c.student_id == student_id,
                absence_notes.c.starts_on <= day,
                absence_notes.c.ends_on >= day,
                absence_notes.c.status != NoteStatus.DECLINED,
            )
            .order_by(absence_notes.c.id.desc())
            .limit(1)
        )
        return as_note(row) if row else None

    async def add(
        self,
        student_id: int,
        first: date,
        last: date,
        reason: str,
        status: NoteStatus,
        account_id: int,
        at: datetime,
    ) -> AbsenceNote:
        number = await self.db.insert(
            absence_notes,
            student_id=student_id,
            starts_on=first,
            ends_on=last,
            reason=reason,
            status=status,
            account_id=account_id,
            created_at=at,
        )
        return AbsenceNote(number, student_id, first, last, reason, status, account_id, at)

    async def change(self, note: AbsenceNote, by: int | None, at: datetime) -> bool:
        decision = {} if by is None else {"decided_by": by, "decided_at": at}
        touched = await self.db.run(
            update(absence_notes)
            .where(absence_notes.c.id == note.id, absence_notes.c.revision == note.revision)
            .values(
                ends_on=note.ends_on,
                reason=note.reason,
                status=note.status,
                certificate=note.certificate,
                decision_comment=note.decision_comment,
                revision=note.revision + 1,
                **decision,
            )
        )
        return touched == 1

    async def reasons(self, student_id: int, day: date) -> list[str | None]:
        rows = await self.db.all(
            select(attendance.c.reason)
            .where(
                attendance.c.student_id == student_id,
                attendance.c.date == day,
                attendance.c.status == Presence.ABSENT,
            )
            .order_by(attendance.c.slot)
        )
        return [row.reason for row in rows]

    async def explain(
        self, student_id: int, first: date, last: date, reason: Reason, by: int, at: datetime
    ) -> int:
        return await self.db.run(
            update(attendance)
            .where(
                attendance.c.student_id == student_id,
                attendance.c.date.between(first, last),
                attendance.c.status == Presence.ABSENT,
            )
            .values(reason=reason, reason_by=by, reason_at=at)
        )
