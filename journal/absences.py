"""Why a child is not at school: families say it, the class teacher decides.

A note is the family's own record; the register stays the teacher's. Accepting a note writes its reason beside
the absences it covers, and only there.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.events import AbsenceNoteDecided, AbsenceNoteSent, ChildFound, ChildMissing
from journal.model.attendance import AbsenceNote, NoteStatus, Reason
from journal.model.people import Child
from journal.policy import Permission
from journal.ports import Work

# A family may announce an absence this far ahead, and explain one this long ago.
AHEAD, BACK = timedelta(days=60), timedelta(days=14)
LONGEST = timedelta(days=60)


class Said(StrEnum):
    """What a family can say with one tap."""

    ILL = "ill"
    FAMILY = "family"
    LATE = "will_be_late"
    MISSING = "missing"
    MISTAKE = "mistake"


STATUSES = {Said.MISSING: NoteStatus.MISSING, Said.MISTAKE: NoteStatus.DISPUTED}


@dataclass(frozen=True, slots=True)
class Noted:
    """A note with the child it is about."""

    note: AbsenceNote
    child: Child


async def say(ctx: Ctx, student_id: int, day: date, said: Said) -> Noted:
    """The family says why the child is not there that day; said again, the newest word holds.

    A child nobody can find alarms the class teacher and the deputy head on duty at once.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        _check_days(work, day, day)
        await work.serialise("absences", student_id)
        status = STATUSES.get(said, NoteStatus.SENT)
        standing = await work.absences.note_on(student_id, day)
        if standing is None or standing.status is NoteStatus.ACCEPTED:
            note = await work.absences.add(
                student_id, day, day, said, status, work.actor.account_id, work.now
            )
        else:
            note = replace(standing, reason=said, status=status)
            await _store(work, note)
            note = replace(note, revision=note.revision + 1)
        _tell(work, note)
        _audit(work, "absence.say", child, note)
        await work.commit()
        return Noted(note, child)


async def announce(ctx: Ctx, student_id: int, first: date, last: date, said: Said) -> Noted:
    """Tell of an absence ahead of time, from `first` to `last`, both included."""
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_ABSENCE)
        _check_days(work, first, last)
        await work.serialise("absences", student_id)
        note = await work.absences.add(
            student_id, first, last, said, NoteStatus.SENT, work.actor.account_id, work.now
        )
        _tell(work, note)
        _audit(work, "absence.announce", child, note)
        await work.commit()
        return Noted(note, child)


async def prolong(ctx: Ctx, note_id: int, revision: int, last: date) -> Noted:
    """The same absence lasts until `last`; an accepted note is asked about again."""
    async with ctx.writing() as work:
        note, child = await _family_note(work, note_id, revision)
        _check_days(work, note.starts_on, last)
        changed = replace(note, ends_on=last, status=NoteStatus.SENT)
        await _store(work, changed)
        changed = replace(changed, revision=revision + 1)
        _tell(work, changed)
        _audit(work, "absence.prolong", child, changed)
        await work.commit()
        return Noted(changed, child)


async def found(ctx: Ctx, note_id: int) -> Noted:
    """The child is found: the alarm ends. Saying it twice changes nothing."""
    async with ctx.writing() as work:
        note = await _note(work, note_id)
        child = await gate.student(work, note.student_id, Permission.REPORT_ABSENCE)
        if note.status is not NoteStatus.MISSING:
            return Noted(note, child)
        closed = replace(note, status=NoteStatus.CLOSED)
        await _store(work, closed)
        work.record(ChildFound(note_id))
        _audit(work, "absence.found", child, closed)
        await work.commit()
        return Noted(replace(closed, revision=note.revision + 1), child)


async def read(ctx: Ctx, note_id: int) -> Noted:
    """One note, for the child's family or the class teacher."""
    async with ctx.reading() as work:
        note = await _note(work, note_id)
        permission = (
            Permission.REPORT_ABSENCE
            if work.actor.is_guardian_of(note.student_id)
            else Permission.SET_ABSENCE_REASON
        )
        return Noted(note, await gate.student(work, note.student_id, permission))


async def decide(ctx: Ctx, note_id: int, revision: int, *, accept: bool, comment: str | None = None) -> Noted:
    """The class teacher accepts a note, and its reason goes beside the absences it covers; or declines it."""
    async with ctx.writing() as work:
        note = await _note(work, note_id)
        child = await gate.student(work, note.student_id, Permission.SET_ABSENCE_REASON)
        if note.revision != revision or note.status in (NoteStatus.ACCEPTED, NoteStatus.DECLINED):
            raise StaleError("note_moved_on")
        status = NoteStatus.ACCEPTED if accept else NoteStatus.DECLINED
        decided = replace(note, status=status, decision_comment=comment)
        await _store(work, decided, by=work.actor.person_id)
        if accept and (reason := _reason(note)) is not None:
            await work.absences.explain(
                note.student_id, note.starts_on, note.ends_on, reason, work.actor.person_id or 0, work.now
            )
        work.record(AbsenceNoteDecided(note_id, revision + 1))
        _audit(work, f"absence.{status}", child, decided, comment)
        await work.commit()
        return Noted(replace(decided, revision=revision + 1), child)


async def set_reason(ctx: Ctx, student_id: int, day: date, reason: Reason) -> Child:
    """The class teacher sets the reason of a day's absences (S4 §4.2-CT6), whether or not a family spoke."""
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.SET_ABSENCE_REASON)
        before = await work.absences.reasons(student_id, day)
        if not before:
            raise NotFoundError(kind="absence")
        await work.absences.explain(student_id, day, day, reason, work.actor.person_id or 0, work.now)
        work.audit(
            "absence.reason",
            "student",
            student_id,
            unit_id=child.unit_id,
            before={"reasons": before},
            after={"day": day.isoformat(), "reason": reason},
        )
        await work.commit()
        return child


def _reason(note: AbsenceNote) -> Reason | None:
    known = {Said.ILL: Reason.ILL, Said.FAMILY: Reason.FAMILY, Said.LATE: Reason.WILL_BE_LATE}
    return known.get(Said(note.reason))


def _check_days(work: Work, first: date, last: date) -> None:
    if not first <= last or last - first > LONGEST:
        raise InvalidError("absence_days", longest=LONGEST.days)
    if not work.today - BACK <= first <= work.today + AHEAD:
        raise RefusedError("absence_day_out_of_reach", back=BACK.days, ahead=AHEAD.days)


async def _note(work: Work, note_id: int) -> AbsenceNote:
    note = await work.absences.note(note_id)
    if note is None:
        raise NotFoundError(kind="note")
    return note


async def _family_note(work: Work, note_id: int, revision: int) -> tuple[AbsenceNote, Child]:
    note = await _note(work, note_id)
    child = await gate.student(work, note.student_id, Permission.REPORT_ABSENCE)
    if note.revision != revision:
        raise StaleError("note_moved_on")
    return note, child


async def _store(work: Work, note: AbsenceNote, by: int | None = None) -> None:
    if not await work.absences.change(note, by, work.now):
        raise StaleError("note_moved_on")


def _tell(work: Work, note: AbsenceNote) -> None:
    work.record(ChildMissing(note.id) if note.status is NoteStatus.MISSING else AbsenceNoteSent(note.id))


def _audit(work: Work, action: str, child: Child, note: AbsenceNote, reason: str | None = None) -> None:
    after = {
        "status": note.status,
        "reason": note.reason,
        "from": note.starts_on.isoformat(),
        "to": note.ends_on.isoformat(),
    }
    work.audit(action, "note", note.id, unit_id=child.unit_id, after=after, reason=reason)
