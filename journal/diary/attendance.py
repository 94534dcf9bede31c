"""What a child missed, by lesson and in total."""

from collections.abc import Sequence
from datetime import date

from journal.absences.rules import BACK
from journal.context import Ctx
from journal.diary.periods import choose
from journal.diary.reader import child_of
from journal.model.attendance import Absence, NoteStatus, Presence, Reason
from journal.model.card import AttendanceDays
from journal.model.diary import AttendanceBook, Missed
from journal.model.people import Child
from journal.model.span import Span
from journal.ports import Work


async def attendance(ctx: Ctx, student_id: int, period_id: int | None = None) -> AttendanceBook:
    """The absences of a period with totals in lessons; None is the period that runs."""
    async with ctx.reading() as work:
        return await _of_period(work, await child_of(work, student_id), period_id)


async def attendance_days(ctx: Ctx, student_id: int, period_id: int | None = None) -> AttendanceDays:
    """The absences of a period against its school days."""
    async with ctx.reading() as work:
        book = await _of_period(work, await child_of(work, student_id), period_id)
        days = await work.diary.school_days(student_id, book.span) if book.span is not None else ()
        return AttendanceDays(book, tuple(days))


async def attendance_of(ctx: Ctx, student_id: int, span: Span) -> AttendanceBook:
    """The absences of any days."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        found = await work.diary.absences([student_id], span)
        open_days = await _open_days(work, student_id, found)
        return AttendanceBook(child, span, tuple(reversed(found)), totals(found), open_days=open_days)


def totals(found: Sequence[Absence]) -> Missed:
    """Counts lessons; pure."""
    missed = [item for item in found if item.status is Presence.ABSENT]
    return Missed(
        lessons=len(missed),
        excused=sum(item.reason is not None and item.reason.valid for item in missed),
        unexcused=sum(item.reason is Reason.UNEXCUSED for item in missed),
        unexplained=sum(item.reason is None for item in missed),
        late=sum(item.status is Presence.LATE for item in found),
    )


async def _of_period(work: Work, child: Child, period_id: int | None) -> AttendanceBook:
    student = child.student_id
    periods = await choose(work, student, period_id)
    if periods.chosen is None:
        return AttendanceBook(child, None, (), periods=periods)
    span = periods.chosen.span
    found = await work.diary.absences([student], span)
    open_days = await _open_days(work, student, found)
    return AttendanceBook(child, span, tuple(reversed(found)), totals(found), periods, open_days)


async def _open_days(work: Work, student_id: int, found: Sequence[Absence]) -> tuple[date, ...]:
    """The days without a valid reason, as far back as a family may name one; none for others."""
    if not work.actor.is_guardian_of(student_id):
        return ()
    notes = [
        note
        for note in await work.absences.notes_on(student_id, work.today - BACK, work.today)
        if note.status not in (NoteStatus.DECLINED, NoteStatus.CLOSED)
    ]
    days = {
        item.date
        for item in found
        if item.status is Presence.ABSENT
        and item.reason in (None, Reason.UNEXCUSED)
        and work.today - BACK <= item.date <= work.today
        and not any(note.covers(item.date, item.slot) for note in notes)
    }
    return tuple(sorted(days, reverse=True))
