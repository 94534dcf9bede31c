"""Control works planned ahead: shown to families, with a warning where they come too thick (ux §5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from journal import gate
from journal.context import Ctx
from journal.errors import StaleError
from journal.marks.painting import authorised
from journal.marks.saving import add_work
from journal.model.lessons import Lesson, LessonStatus
from journal.model.painting import PageWork
from journal.ports import Work
from journal.regulation import Regulation


@dataclass(frozen=True, slots=True)
class Clashes:
    """What stands too close to a control work of a class."""

    # Others of that day, where there are as many as the school allows.
    same_day: tuple[PageWork, ...] = ()
    # Of the same subject, closer than the school's gap.
    near: tuple[PageWork, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.same_day or self.near)


@dataclass(frozen=True, slots=True)
class Planning:
    """A coming lesson with the control work planned for it, if any, and what is too close to it."""

    lesson: Lesson
    kinds: tuple[str, ...]
    planned: PageWork | None
    clashes: Clashes
    # A kind that was asked for and waits for a second word, because of the clashes.
    doubted: str | None = None


async def planning(ctx: Ctx, lesson_id: int) -> Planning:
    """The plan of a coming lesson of one's own."""
    async with ctx.reading() as work:
        return await _load(work, await _coming(work, lesson_id))


async def plan(ctx: Ctx, lesson_id: int, kind: str, *, sure: bool) -> Planning:
    """Plan a control work for the lesson; too close to another it is only asked about, unless `sure`."""
    async with ctx.writing() as work:
        lesson = await _coming(work, lesson_id, lock="marks")
        found = await _load(work, lesson)
        if kind not in found.kinds:
            raise StaleError(lesson_id=lesson_id)
        if found.planned is not None and found.planned.kind == kind:
            return found
        if found.clashes and not sure:
            return Planning(lesson, found.kinds, found.planned, found.clashes, doubted=kind)
        if found.planned is not None:
            await _drop(work, found.planned, lesson)
        number = await add_work(work, lesson, kind)
        work.audit("work.plan", "work", number, unit_id=lesson.class_id, after={"kind": kind})
        planned = await _load(work, lesson)
        await work.commit()
        return planned


async def unplan(ctx: Ctx, lesson_id: int) -> Planning:
    """Take the planned work of a coming lesson back."""
    async with ctx.writing() as work:
        lesson = await _coming(work, lesson_id, lock="marks")
        found = await _load(work, lesson)
        if found.planned is not None:
            await _drop(work, found.planned, lesson)
        after = await _load(work, lesson)
        await work.commit()
        return after


def clashes(lesson: Lesson, works: Sequence[PageWork], regulation: Regulation) -> Clashes:
    """What of a class's control works is too close to one at that lesson. Pure."""
    rules = regulation.marks
    others = [one for one in works if one.lesson_id != lesson.id]
    same_day = [one for one in others if one.day == lesson.date]
    near = [
        one
        for one in others
        if one.subject == lesson.subject
        and one.unit_id == lesson.unit_id
        and one.day != lesson.date
        and abs(one.day - lesson.date) < timedelta(days=rules.control_work_gap_days)
    ]
    full = len(same_day) >= rules.control_works_per_day
    return Clashes(tuple(same_day) if full else (), tuple(near))


async def _coming(work: Work, lesson_id: int, *, lock: str | None = None) -> Lesson:
    lesson = await authorised(work, lesson_id, lock=lock)
    if lesson.status is LessonStatus.CANCELLED or work.now >= lesson.starts_at:
        raise StaleError(lesson_id=lesson_id)
    return lesson


async def _load(work: Work, lesson: Lesson) -> Planning:
    rules = work.regulation.marks
    kinds = [code for code, kind in rules.work_types.items() if kind.control]
    around = timedelta(days=rules.control_work_gap_days)
    found = await work.marks.works_of_class(
        lesson.class_id, kinds, lesson.date - around, lesson.date + around
    )
    return Planning(
        lesson,
        tuple(code for code in kinds if rules.work_types[code].offered),
        next((one for one in found if one.lesson_id == lesson.id), None),
        clashes(lesson, found, work.regulation),
    )


async def _drop(work: Work, planned: PageWork, lesson: Lesson) -> None:
    if planned.marks:
        raise StaleError(lesson_id=lesson.id)
    await work.marks.drop_work(planned.id)
    work.audit(
        "work.unplan",
        "work",
        planned.id,
        unit_id=lesson.class_id,
        before={"kind": planned.kind, "by": gate.author(work)},
    )
