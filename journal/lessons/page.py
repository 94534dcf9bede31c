"""A lesson's page: topic, tasks and their type (R-036)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from journal import gate, language, windows
from journal.context import Ctx
from journal.entry import Record
from journal.errors import InvalidError, StaleError
from journal.lessons.cards import load_card
from journal.model.day import LessonCard
from journal.model.lessons import Lesson
from journal.model.plans import PlanRow
from journal.plans import pointer
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
    foreign: bool = False
    # The rule a late flag rests on.
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """Topics to choose from: the plan from where the page stands."""

    lesson: Lesson
    rows: tuple[PlanRow, ...]
    next: PlanRow | None


async def topics(ctx: Ctx, lesson_id: int) -> TopicChoice:
    """The plan around the next topic, and the question for a typed one."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
        rows = await work.plans.rows(lesson)
        following = pointer.next_row(rows, await work.plans.given(lesson))
        await work.inputs.expect("topic", {"lesson": lesson_id})
        await work.commit()
        return TopicChoice(lesson, pointer.around(rows, following), following)


async def take_topic(ctx: Ctx, lesson_id: int, plan_row_id: int) -> Filled:
    """Enter a topic of the plan. Pressed again it changes nothing.

    Raises `StaleError` when the plan has no such topic any more.
    """
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        rows = {row.id: row for row in await work.plans.rows(lesson)}
        if plan_row_id not in rows:
            raise StaleError(lesson_id=lesson_id)
        row = rows[plan_row_id]
        return await _fill(work, lesson, {"topic": row.topic, "plan_row_id": row.id})


async def write_topic(ctx: Ctx, lesson_id: int, text: str) -> Filled:
    """Enter a typed topic."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        await work.inputs.done()
        topic = _text(text)
        return await _fill(work, lesson, {"topic": topic, "plan_row_id": None}, check=topic)


async def write_tasks(ctx: Ctx, lesson_id: int, text: str) -> Filled:
    """Enter what was done at the lesson."""
    async with ctx.writing() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON, lock="lesson")
        await work.inputs.done()
        tasks = _text(text)
        return await _fill(work, lesson, {"tasks": tasks}, check=tasks)


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


async def _fill(work: Work, lesson: Lesson, values: dict[str, Any], check: str = "") -> Filled:
    """Write into the page, audit, note the substitution; an unchanged page is left alone."""
    verdict = await windows.require(work, Record.LESSON, lesson)
    foreign = language.require(check, work.regulation)
    before = {name: getattr(lesson, name) for name in values}
    if before != values:
        await work.lessons.fill(lesson.id, values, work.now, late=verdict.late)
        work.audit("lesson.fill", "lesson", lesson.id, unit_id=lesson.class_id, before=before, after=values)
    await windows.note_substitution(work, lesson)
    await work.commit()
    filled = replace(lesson, **values)
    return Filled(await load_card(work, filled), verdict.late, foreign, verdict.clause)


def _text(text: str) -> str:
    """The typed text in one line. Raises `InvalidError("empty")` or `("too_long")`."""
    said = " ".join(text.split())
    if not said:
        raise InvalidError("empty")
    if len(said) > LONGEST:
        raise InvalidError("too_long", longest=LONGEST)
    return said
