"""Correcting saved marks where the regulation allows it; old value, author, time and reason stay (R-050)."""

from __future__ import annotations

from dataclasses import dataclass

from journal import entry, gate, windows
from journal.context import Ctx
from journal.entry import Record, Verdict
from journal.errors import InvalidError, StaleError
from journal.events import MarksSaved
from journal.marks import brush
from journal.marks.failing import unsettled
from journal.marks.painting import authorised
from journal.model.lessons import Lesson
from journal.model.painting import PageWork, PostedMark
from journal.model.people import Person
from journal.ports import Work
from journal.ports.marks import NewMark
from journal.regulation.values import RetakeCounts, WorkForm

RETAKE = "retake"
# Reasons one tap away; any other is typed.
REASONS = ("typo", RETAKE, "appeal")
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class MarkPage:
    """A saved mark with whose and what for."""

    mark: PostedMark
    student: Person
    lesson: Lesson
    work: PageWork
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class MarkList:
    lesson: Lesson
    marks: tuple[tuple[PostedMark, Person], ...]


async def saved_marks(ctx: Ctx, lesson_id: int) -> MarkList:
    """The marks that stand for a lesson's works, by student."""
    async with ctx.reading() as work:
        lesson = await authorised(work, lesson_id)
        works = await work.marks.works_of_lesson(lesson_id)
        members = await work.attendance.expected(lesson, await work.attendance.register(lesson_id))
        marks = await work.marks.of_works([one.id for one in works])
        return MarkList(
            lesson,
            tuple((mark, member) for member in members for mark in marks if mark.student_id == member.id),
        )


async def open_mark(ctx: Ctx, mark_id: int) -> MarkPage:
    """A saved mark, and whether it may be changed now."""
    async with ctx.reading() as work:
        return await _load(work, mark_id)


async def ask_reason(ctx: Ctx, mark_id: int, code: str) -> MarkPage:
    """Ask for a typed reason of the change; `code` is the new value's place in the palette, empty: none."""
    async with ctx.writing() as work:
        page = await _load(work, mark_id)
        await work.inputs.expect("mark_reason", {"mark": mark_id, "value": code})
        await work.commit()
        return page


async def change_mark(ctx: Ctx, mark_id: int, code: str, reason: str) -> Lesson:
    """Change a saved mark to the value at that place of the palette, or take it out (empty), with a reason.

    A retake counts as the regulation says: in place of the old mark, or beside it. Raises `RefusedError` with
    the clause where the mark is closed, `InvalidError("reason_missing")` without a reason.
    """
    said = " ".join(reason.split())
    async with ctx.writing() as work:
        await work.serialise("mark", mark_id)
        page = await _load(work, mark_id)
        await work.serialise("marks", page.lesson.id)
        await windows.hold_page(work, page.lesson.unit_id, page.lesson.subject_id)
        verdict = await _verdict(work, page.lesson, page.work)
        entry.require(verdict, Record.CORRECTION, page.lesson, work.school.zone)
        wanted = brush.decode(code, work.regulation)
        if wanted is None or len(wanted) > 1:
            raise StaleError(lesson_id=page.lesson.id)
        value = wanted[0] if wanted else None
        if not said or len(said) > LONGEST_REASON:
            raise InvalidError("reason_missing")
        await work.inputs.done()
        if value == page.mark.value:
            return page.lesson
        await _change(work, page, value, said)
        await work.commit()
        return page.lesson


async def _change(work: Work, page: MarkPage, value: str | None, reason: str) -> None:
    mark = page.mark
    if value is None:
        await work.marks.withdraw([mark], gate.author(work), work.now, reason)
    elif reason == RETAKE and work.regulation.marks.retake_counts is RetakeCounts.BOTH:
        places = await work.marks.last_places(mark.work_id)
        beside = NewMark(mark.student_id, places.get(mark.student_id, 0) + 1, value)
        await work.marks.add(
            page.work,
            page.lesson.subject_id,
            [beside],
            author=gate.author(work),
            at=work.now,
            late=False,
            comment=None,
        )
    else:
        await work.marks.change(mark, value, gate.author(work), work.now, reason)
    if value is not None and not unsettled(value, work.regulation):
        await work.marks.set_retake(mark, None)
    revision = await work.marks.touch_work(mark.work_id)
    work.audit(
        "mark.withdraw" if value is None else "mark.correct",
        "mark",
        mark.id,
        unit_id=page.lesson.class_id,
        before={"value": mark.value},
        after={"value": value},
        reason=reason or None,
    )
    tell_at = work.now + work.regulation.delivery.alert_hold
    work.record(MarksSaved(mark.work_id, [mark.student_id], revision), tell_at)


async def _load(work: Work, mark_id: int) -> MarkPage:
    mark = await work.marks.mark(mark_id)
    page_work = await work.marks.work(mark.work_id) if mark else None
    lesson = await authorised(work, (page_work.lesson_id or 0) if page_work else 0)
    student = await work.people.person(mark.student_id) if mark else None
    if mark is None or page_work is None or student is None:
        raise StaleError(lesson_id=lesson.id)
    return MarkPage(mark, student, lesson, page_work, await _verdict(work, lesson, page_work))


async def _verdict(work: Work, lesson: Lesson, page_work: PageWork) -> Verdict:
    """Whether a mark of the work may be changed now."""
    types = work.regulation.marks.work_types
    form = types[page_work.kind].form if page_work.kind in types else WorkForm.ORAL
    return await windows.judge(
        work,
        Record.CORRECTION,
        lesson,
        checked_on=work.school.day(page_work.checked_at) if page_work.checked_at else None,
        has_term=entry.mark_record(form, work.regulation) is Record.CHECKED_MARK,
    )
