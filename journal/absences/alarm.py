"""A child whose whereabouts nobody of the family knows: found again."""

from dataclasses import dataclass, replace

from journal import gate
from journal.absences import notes
from journal.absences.family import Noted, noted
from journal.context import Ctx
from journal.events import AbsenceNoteDecided, ChildFound
from journal.model.attendance import AbsenceNote, NoteStatus
from journal.model.news import LessonPresence
from journal.model.people import Child, Person
from journal.policy import Permission


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm as those who search see it, with the lessons the child missed that day."""

    note: AbsenceNote
    child: Child
    author: Person | None
    missed: tuple[LessonPresence, ...]


async def found(ctx: Ctx, note_id: int) -> Noted:
    """The child is found: the alarm ends. Either parent may say so; saying it twice changes nothing."""
    async with ctx.writing() as work:
        note = await notes.load(work, note_id)
        child = await gate.student(work, note.student_id, Permission.REPORT_ABSENCE)
        if note.status is not NoteStatus.MISSING:
            return await noted(work, note, child)
        closed = await notes.store(work, replace(note, status=NoteStatus.CLOSED))
        work.record(ChildFound(note_id))
        notes.audit(work, "absence.found", child, closed)
        made = await noted(work, closed, child)
        await work.commit()
        return made


async def seen(ctx: Ctx, note_id: int) -> Alarm:
    """The school found the child: the alarm ends and the family hears of it at once; twice is once."""
    async with ctx.writing() as work:
        note = await notes.load(work, note_id)
        child = await gate.student(work, note.student_id, Permission.END_ALARM)
        author = await work.absences.author(note)
        missed = tuple(await work.absences.missed(note.student_id, note.starts_on, work.now))
        if note.status is not NoteStatus.MISSING:
            return Alarm(note, child, author, missed)
        closed = await notes.store(work, replace(note, status=NoteStatus.CLOSED), by=work.actor.person_id)
        work.record(AbsenceNoteDecided(note_id, closed.revision))
        notes.audit(work, "absence.found", child, closed)
        await work.commit()
        return Alarm(closed, child, author, missed)
