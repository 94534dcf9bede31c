"""Written works «На проверке»: open under their own date until their term (C24, D4)."""

from __future__ import annotations

from journal import gate, windows
from journal.context import Ctx
from journal.entry import Record, mark_record
from journal.errors import NotFoundError, RefusedError, StaleError
from journal.lessons.cards import keeper
from journal.marks.painting import own_draft
from journal.marks.saving import add_work
from journal.model.painting import PageWork
from journal.policy import Permission


async def start_check(ctx: Ctx, lesson_id: int) -> PageWork:
    """Say that the lesson's work of the draft's kind was collected and is being checked.

    Raises `RefusedError("no_checking_term")` for a kind of work that is marked at the lesson.
    """
    async with ctx.writing() as work:
        lesson, draft = await own_draft(work, lesson_id)
        types, kind = work.regulation.marks.work_types, draft.kind
        if kind not in types:
            raise StaleError(lesson_id=lesson_id)
        if mark_record(types[kind].form, work.regulation) is not Record.CHECKED_MARK:
            raise RefusedError("no_checking_term", lesson_id=lesson_id)
        for known in await work.marks.works_of_lesson(lesson_id):
            if known.kind == kind:
                return known
        verdict = await windows.require(work, Record.CHECKED_MARK, lesson)
        number = await add_work(work, lesson, kind, verdict)
        work.audit("work.start", "work", number, unit_id=lesson.class_id, after={"kind": kind})
        made = await work.marks.work(number)
        await work.commit()
        if made is None:
            raise NotFoundError(kind="work")
        return made


async def works_in_hand(ctx: Ctx) -> list[PageWork]:
    """The works the actor is checking, the most urgent first."""
    async with ctx.reading() as work:
        return await work.marks.works_in_hand(keeper(work, Permission.ENTER_MARKS))


async def work_lesson(ctx: Ctx, work_id: int) -> tuple[int, int]:
    """The lesson and the id of a work of the actor's own, for opening its marks."""
    async with ctx.reading() as work:
        found = await work.marks.work(work_id)
        lesson = await gate.lesson(work, (found.lesson_id or 0) if found else 0, Permission.ENTER_MARKS)
        return lesson.id, work_id


async def finish_check(ctx: Ctx, work_id: int) -> list[PageWork]:
    """Say that the checking is finished; what was not marked by then stays so."""
    async with ctx.writing() as work:
        await work.serialise("work", work_id)
        found = await work.marks.work(work_id)
        lesson = await gate.lesson(work, (found.lesson_id or 0) if found else 0, Permission.ENTER_MARKS)
        if found is not None and found.checked_at is None:
            await work.marks.finish_check(work_id, work.now)
            work.audit("work.finish", "work", work_id, unit_id=lesson.class_id)
        rest = await work.marks.works_in_hand(gate.author(work))
        await work.commit()
        return rest
