"""A lesson's page: topic, tasks and their type (R-036)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from journal import gate, language, windows
from journal.context import Ctx
from journal.entry import Record
from journal.errors import InvalidError, StaleError
from journal.lessons.cards import load_card
from journal.model.access import Awaited
from journal.model.day import LessonCard
from journal.model.lessons import Lesson
from journal.model.plans import PlanRow
from journal.plans import pointer
from journal.plans.steps import steps
from journal.policy import Permission
from journal.ports import Work

if TYPE_CHECKING:
    from journal.regulation import Clause

LONGEST = 500
# How the class worked; the school's own word may be typed as tasks.
TASK_TYPES = ("oral", "written", "practice", "laboratory", "check", "project", "reading")


@dataclass(frozen=True, slots=True)
class Filled:
    """A page after something was entered, and what to warn of."""

    card: LessonCard
    late: bool = False
    # The rule a late flag rests on.
    clause: Clause | None = None
    # Typed in another language and not saved yet: it waits for a second word.
    doubted: str = ""


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """Topics to choose from: the plan from where the page stands."""

    lesson: Lesson
    rows: tuple[PlanRow, ...]
    next: PlanRow | None
    # Whether the actor may change the plan itself, too.
    may_adjust: bool = False


async def topics(ctx: Ctx, lesson_id: int) -> TopicChoice:
    """The plan around the next topic, and the question for a typed one."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        rows = await work.plans.rows(lesson)
        following = pointer.next_row(rows, await work.plans.given(lesson))
        await work.inputs.expect("topic", {"lesson": lesson_id})
        keeps = await work.timetable.teaches_subject(gate.author(work), lesson.unit_id, lesson.subject_id)
        await work.commit()
        return TopicChoice(lesson, pointer.around(rows, following), following, bool(rows) and keeps)


async def take_topic(ctx: Ctx, lesson_id: int, plan_row_id: int) -> Filled:
    """Enter a topic of the plan. Pressed again it changes nothing.

    Raises `StaleError` when the plan has no such topic any more.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        rows = {row.id: row for row in steps(await work.plans.rows(lesson))}
        if plan_row_id not in rows:
            raise StaleError(lesson_id=lesson_id)
        row = rows[plan_row_id]
        return await _fill(work, lesson, {"topic": row.topic, "plan_row_id": row.id})


async def write_topic(ctx: Ctx, lesson_id: int, text: str, *, sure: bool = False) -> Filled:
    """Enter a typed topic; in another language it is only asked about (`doubted`), unless `sure`."""
    topic = _text(text)
    return await _write(ctx, lesson_id, "topic", topic, {"topic": topic, "plan_row_id": None}, sure=sure)


async def write_tasks(ctx: Ctx, lesson_id: int, text: str, *, sure: bool = False) -> Filled:
    """Enter what was done at the lesson; in another language it is only asked about, unless `sure`."""
    tasks = _text(text)
    return await _write(ctx, lesson_id, "tasks", tasks, {"tasks": tasks}, sure=sure)


async def write_anyway(ctx: Ctx, lesson_id: int, awaited: Awaited | None) -> Filled:
    """Enter what was asked about, as it was typed. Raises `StaleError` where nothing waits any more."""
    said = awaited.payload.get("said") if awaited is not None else None
    if awaited is None or not isinstance(said, str) or awaited.number("lesson") != lesson_id:
        raise StaleError(lesson_id=lesson_id)
    write = write_topic if awaited.kind == "topic" else write_tasks
    return await write(ctx, lesson_id, said, sure=True)


async def ask_tasks(ctx: Ctx, lesson_id: int) -> LessonCard:
    """Ask what was done at the lesson, and how."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        await work.inputs.expect("tasks", {"lesson": lesson_id})
        found = await load_card(work, lesson)
        await work.commit()
        return found


async def set_task_type(ctx: Ctx, lesson_id: int, kind: str) -> Filled:
    """Enter how the class worked; `kind` is one of `TASK_TYPES`."""
    if kind not in TASK_TYPES:
        raise InvalidError
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        return await _fill(work, lesson, {"task_type": kind})


async def _write(
    ctx: Ctx, lesson_id: int, question: str, said: str, values: dict[str, Any], *, sure: bool
) -> Filled:
    """Fill in what was typed as the answer to the question, or ask whether it shall stand as it is."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        if not language.require(said, work.regulation) or sure:
            await work.inputs.done()
            return await _fill(work, lesson, values)
        await windows.require(work, Record.LESSON, lesson)
        await work.inputs.expect(question, {"lesson": lesson_id, "said": said})
        asked = Filled(await load_card(work, lesson), doubted=said)
        await work.commit()
        return asked


async def _fill(work: Work, lesson: Lesson, values: dict[str, Any]) -> Filled:
    """Write into the page, audit, note the substitution; an unchanged page is left alone."""
    verdict = await windows.require(work, Record.LESSON, lesson)
    before = {name: getattr(lesson, name) for name in values}
    if before != values:
        await work.lessons.fill(lesson.id, values, work.now, late=verdict.late)
        work.audit("lesson.fill", "lesson", lesson.id, unit_id=lesson.class_id, before=before, after=values)
    await windows.note_substitution(work, lesson)
    await work.commit()
    filled = replace(lesson, **values)
    return Filled(await load_card(work, filled), verdict.late, verdict.clause)


def _text(text: str) -> str:
    """The typed text in one line. Raises `InvalidError("empty")` or `("too_long")`."""
    said = " ".join(text.split())
    if not said:
        raise InvalidError("empty")
    if len(said) > LONGEST:
        raise InvalidError("too_long", longest=LONGEST)
    return said
