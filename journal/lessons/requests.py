"""«Ask the deputy head»: the way on where the regulation refuses an entry."""

from __future__ import annotations

from journal import gate, written
from journal.context import Ctx
from journal.entry import Record
from journal.errors import NotFoundError, StaleError
from journal.events import EntryAsked
from journal.lessons.cards import keeper
from journal.model.lessons import Lesson
from journal.model.requests import LONGEST, WAITS
from journal.policy import Permission
from journal.ports import Work

_PERMISSIONS = {Record.ATTENDANCE: Permission.TAKE_ATTENDANCE}


async def ask_reason(ctx: Ctx, lesson_id: int, record: Record) -> Lesson:
    """Ask the teacher what is to be opened and why."""
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id, record)
        await work.inputs.expect("entry_request", {"lesson": lesson_id, "record": str(record)})
        await work.commit()
        return lesson


async def ask_deputy(ctx: Ctx, lesson_id: int, record: str, text: str) -> Lesson:
    """Record the request to open the lesson for that kind of entry; one that waits already is not doubled."""
    reason = written.reason(text, LONGEST)
    if record not in set(Record):
        raise StaleError(lesson_id=lesson_id)
    async with ctx.writing() as work:
        lesson = await _lesson(work, lesson_id, Record(record))
        person = keeper(work)
        await work.serialise("entry_request", lesson_id)
        if not await work.lessons.asks_already(lesson_id, record, person, work.now - WAITS):
            number = await work.lessons.ask_entry(lesson_id, record, reason, person, work.now)
            work.audit(
                "entry.ask",
                "entry_request",
                number,
                unit_id=lesson.class_id,
                after={"lesson": lesson_id, "record": record},
                reason=reason,
            )
            work.record(EntryAsked(number))
        await work.inputs.done()
        await work.commit()
        return lesson


async def _lesson(work: Work, lesson_id: int, record: Record) -> Lesson:
    """The lesson, if the actor is one who would make that record."""
    if record is not Record.SUBSTITUTION:
        return await gate.lesson(work, lesson_id, _PERMISSIONS.get(record, Permission.ENTER_LESSON))
    gate.school(work, Permission.SUBSTITUTE)
    found = await work.lessons.lesson(lesson_id)
    if found is None:
        raise NotFoundError(kind="lesson")
    return found
