"""The class teacher's side: accept, decline with a word, set the reason of an absence."""

from dataclasses import dataclass, replace
from datetime import date

from journal import gate
from journal.absences import notes
from journal.absences.rules import FORESEEN, Said, reason_of
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.events import AbsenceNoteDecided
from journal.model.attendance import AbsenceNote, NoteStatus, Reason
from journal.model.people import Child, Person
from journal.policy import Permission, Relation, allows
from journal.ports import Work

LONGEST_WORD = 300
QUESTION = "absence_decline"
_OPEN = (NoteStatus.SENT, NoteStatus.DISPUTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """A note as the class teacher sees it; `done` is False where it had moved on before."""

    note: AbsenceNote
    child: Child
    author: Person | None
    done: bool = False


async def decide(
    ctx: Ctx,
    note_id: int,
    revision: int,
    *,
    accept: bool,
    comment: str | None = None,
    instead: Said | None = None,
) -> Decision:
    """The class teacher accepts a note, and its reason goes beside the absences it covers; or declines it.

    `instead` is the reason the class teacher knows better; only one that a family could foresee.
    A note that moved on since the button was drawn is not decided: it is shown as it stands.
    """
    async with ctx.writing() as work:
        decision = await settle(work, note_id, revision, accept=accept, comment=comment, instead=instead)
        await work.commit()
        return decision


async def settle(
    work: Work,
    note_id: int,
    revision: int,
    *,
    accept: bool,
    comment: str | None = None,
    instead: Said | None = None,
) -> Decision:
    """The same within the caller's work, who commits."""
    if comment is not None and len(comment) > LONGEST_WORD:
        raise InvalidError("too_long", longest=LONGEST_WORD)
    if instead is not None and instead not in FORESEEN:
        raise InvalidError
    shown = await _shown(work, note_id)
    if not accept:
        await work.inputs.done()
    note, child = shown.note, shown.child
    if instead is not None and note.status is NoteStatus.SENT:
        note = replace(note, reason=instead)
    if note.revision != revision or note.status not in _OPEN:
        return shown
    status = NoteStatus.ACCEPTED if accept else NoteStatus.DECLINED
    decided = await notes.store(
        work, replace(note, status=status, decision_comment=comment), by=work.actor.person_id
    )
    reason = reason_of(note) if accept and _writes_reasons(work, child) else None
    if reason is not None:
        await work.absences.explain(note, reason, work.actor.person_id or 0, work.now)
    work.record(AbsenceNoteDecided(note_id, decided.revision))
    notes.audit(work, f"absence.{status}", child, decided, comment)
    return replace(shown, note=decided, done=True)


async def ask_why(ctx: Ctx, note_id: int, revision: int, message_id: int | None) -> Decision:
    """Wait for the word with which the class teacher declines the note."""
    async with ctx.writing() as work:
        shown = await _shown(work, note_id)
        if shown.note.revision == revision and shown.note.status in _OPEN:
            await work.inputs.expect(QUESTION, {"note": note_id, "revision": revision}, message_id=message_id)
            await work.commit()
            return replace(shown, done=True)
        return shown


async def set_reason(ctx: Ctx, student_id: int, day: date, *, excused: bool) -> Child:
    """The class teacher says whether a day's absences are excused (S4 §4.2-CT6), family's note or not.

    Reasons that are valid already stay as they are when they are excused; the change stands in the audit.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.SET_ABSENCE_REASON)
        before = await work.absences.reasons(student_id, day)
        if not before:
            raise NotFoundError(kind="absence")
        reason = Reason.EXCUSED if excused else Reason.UNEXCUSED
        known = [item for item in before if item is not None and item.valid]
        if excused and known:
            reason = known[-1]
        if set(before) != {reason}:
            whole_day = AbsenceNote(0, student_id, day, day, reason, NoteStatus.SENT, 0, work.now)
            await work.absences.explain(whole_day, reason, work.actor.person_id or 0, work.now)
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


async def _shown(work: Work, note_id: int) -> Decision:
    note = await notes.load(work, note_id)
    child = await gate.student(work, note.student_id, Permission.DECIDE_ABSENCE_NOTE)
    return Decision(note, child, await work.absences.author(note))


def _writes_reasons(work: Work, child: Child) -> bool:
    """Whether the regulation lets the class teacher write into the register at all (C7)."""
    heads = {Relation.HEADS_CLASS} if child.unit_id and work.actor.heads(child.unit_id) else set()
    return allows(Permission.SET_ABSENCE_REASON, work.actor, heads, work.regulation)
