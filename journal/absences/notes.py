"""What use cases about notes share: loading, storing, telling, the audit entry."""

from dataclasses import replace

from journal.absences.rules import Said, status_of
from journal.errors import NotFoundError, StaleError
from journal.events import AbsenceNoteSent, ChildFound, ChildMissing
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.people import Child
from journal.ports import Work


async def load(work: Work, note_id: int) -> AbsenceNote:
    """The note, before any gate; raises `NotFoundError`."""
    note = await work.absences.note(note_id)
    if note is None:
        raise NotFoundError(kind="note")
    return note


async def store(work: Work, note: AbsenceNote, by: int | None = None) -> AbsenceNote:
    """Store the changed note; the note with its new revision. Raises `StaleError` where it moved on."""
    if not await work.absences.change(note, by, work.now):
        raise StaleError("note_moved_on")
    return replace(note, revision=note.revision + 1, decided_by=note.decided_by if by is None else by)


def worded(note: AbsenceNote, said: Said, work: Work) -> AbsenceNote:
    """The note with that word of the actor's, said now, which nobody has decided yet."""
    # Who comes late misses no lessons at the end.
    since = None if said is Said.LATE else note.from_slot
    return replace(
        note,
        reason=said,
        status=status_of(said),
        account_id=work.actor.account_id,
        created_at=work.now,
        from_slot=since,
        decided_by=None,
    )


def tell(work: Work, note: AbsenceNote, was: NoteStatus | None = None) -> None:
    """Record the event by which the school hears of the note; an alarm that ends is told too."""
    if note.status is NoteStatus.MISSING:
        work.record(ChildMissing(note.id))
        return
    if was is NoteStatus.MISSING:
        work.record(ChildFound(note.id))
    work.record(AbsenceNoteSent(note.id))


def audit(work: Work, action: str, child: Child, note: AbsenceNote, reason: str | None = None) -> None:
    after = {
        "status": note.status,
        "reason": Said(note.reason),
        "from": note.starts_on.isoformat(),
        "to": note.ends_on.isoformat(),
    }
    work.audit(action, "note", note.id, unit_id=child.unit_id, after=after, reason=reason)
