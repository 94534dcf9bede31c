"""A child whose whereabouts nobody of the family knows: found again."""

from dataclasses import replace

from journal import gate
from journal.absences import notes
from journal.absences.family import Noted, noted
from journal.context import Ctx
from journal.events import ChildFound
from journal.model.attendance import NoteStatus
from journal.policy import Permission


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
