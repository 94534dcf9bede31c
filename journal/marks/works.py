"""Written works «На проверке»: open under their own date until their term (C24, D4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from journal import gate, windows
from journal.context import Ctx
from journal.entry import Record, Verdict, mark_record
from journal.errors import NotFoundError, RefusedError, StaleError
from journal.lessons.cards import keeper
from journal.marks.painting import own_draft
from journal.marks.saving import add_work
from journal.model.lessons import Lesson
from journal.model.painting import FinishedCheck, PageWork
from journal.policy import Permission
from journal.ports import Work
from journal.regulation.deadline import Anchor


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
        known = [one for one in await work.marks.works_of_lesson(lesson_id) if one.kind == kind]
        if known and known[0].collected_at is not None:
            return known[0]
        verdict = await windows.require(work, Record.CHECKED_MARK, lesson)
        # A work that was planned, or has marks already, is collected as it stands.
        number = known[0].id if known else await add_work(work, lesson, kind)
        await work.marks.collect(number, work.now, _last_day(work, verdict))
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


async def finish_check(ctx: Ctx, work_id: int) -> FinishedCheck:
    """Say that the checking is finished; where marks are due on that very day, their day begins (R-049)."""
    async with ctx.writing() as work:
        found, lesson = await _own(work, work_id)
        if found.checked_at is None:
            await work.marks.finish_check(work_id, work.now)
            work.audit("work.finish", "work", work_id, unit_id=lesson.class_id)
        finished = await _finished(work, replace(found, checked_at=found.checked_at or work.now), lesson)
        await work.commit()
        return finished


async def resume_check(ctx: Ctx, work_id: int) -> PageWork:
    """The checking is not finished after all; said on the day it was called so, else `StaleError`."""
    async with ctx.writing() as work:
        found, lesson = await _own(work, work_id)
        if found.checked_at is None:
            return found
        if not _same_day(work, found):
            raise StaleError(lesson_id=lesson.id)
        await work.marks.resume_check(work_id)
        work.audit("work.resume", "work", work_id, unit_id=lesson.class_id)
        await work.commit()
        return replace(found, checked_at=None)


async def _own(work: Work, work_id: int) -> tuple[PageWork, Lesson]:
    """A collected work of the actor's own, locked. Raises as the gate; `StaleError` for one not collected."""
    await work.serialise("work", work_id)
    found = await work.marks.work(work_id)
    lesson = await gate.lesson(work, (found.lesson_id or 0) if found else 0, Permission.ENTER_MARKS)
    if found is None or found.collected_at is None:
        raise StaleError(lesson_id=lesson.id)
    return found, lesson


async def _finished(work: Work, found: PageWork, lesson: Lesson) -> FinishedCheck:
    members = await work.attendance.expected(lesson, await work.attendance.register(lesson.id))
    marked = {mark.student_id for mark in await work.marks.of_works([found.id])}
    day = work.school.day(found.checked_at) if found.checked_at else None
    others = await work.marks.works_in_hand(gate.author(work))
    return FinishedCheck(
        found,
        tuple(member for member in members if member.id not in marked),
        await windows.judge(work, Record.CHECKED_MARK, lesson, checked_on=day),
        sum(one.id != found.id for one in others),
        _same_day(work, found),
    )


def _same_day(work: Work, found: PageWork) -> bool:
    return found.checked_at is not None and work.school.day(found.checked_at) == work.today


def _last_day(work: Work, verdict: Verdict) -> date | None:
    """The last day for its marks; none where they are due on the day the checking ends, whenever that is."""
    if verdict.until is None or work.regulation.entry.written_work_deadline.anchor is Anchor.CHECKING_END:
        return None
    return work.school.day(verdict.until - timedelta(seconds=1))
