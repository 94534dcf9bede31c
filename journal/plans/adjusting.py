"""Use cases: the plan follows life: a topic is skipped, taken together with the next, or put in between.

Nothing is lost: a skipped or joined topic stays in the plan and can be brought back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, StaleError
from journal.imports.problems import Code
from journal.imports.rows import Source
from journal.imports.staging import Staging
from journal.model.lessons import Lesson
from journal.model.periods import ResultPage
from journal.model.plans import PlanRow, Rewriting, RowState
from journal.plans.lines import read_lines
from journal.plans.pointer import next_row
from journal.plans.previewing import open_page
from journal.plans.steps import steps
from journal.plans.wanted import TOPIC_LIMIT, Wanted
from journal.policy import Permission
from journal.ports import Work

QUESTION = "plan_topic"


@dataclass(frozen=True, slots=True)
class Adjusting:
    """Where the page of a lesson stands: the next topic, the one after it, and the row just changed."""

    lesson: Lesson
    next: PlanRow | None
    after: PlanRow | None
    done: PlanRow | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan on the way from one lesson to the next."""

    lesson: Lesson
    page: ResultPage
    rows: Sequence[PlanRow]
    given: dict[int, int]

    @property
    def following(self) -> PlanRow | None:
        return next_row(self.rows, self.given)

    @property
    def ahead(self) -> PlanRow | None:
        """The topic after the next one, if no lesson has had it."""
        walked, following = steps(self.rows), self.following
        place = walked.index(following) + 1 if following in walked else len(walked)
        return walked[place] if place < len(walked) and not self.given.get(walked[place].id) else None

    def row(self, row_id: int) -> PlanRow:
        found = next((row for row in self.rows if row.id == row_id), None)
        if found is None:
            raise StaleError("plan_changed")
        return found

    def shown(self, done: PlanRow | None = None) -> Adjusting:
        return Adjusting(self.lesson, self.following, self.ahead, done)


async def opened(ctx: Ctx, lesson_id: int) -> Adjusting:
    """Where the lesson's page stands in its own plan. Raises `InvalidError("no_own_plan")` without one."""
    async with ctx.reading() as work:
        return (await _plan(work, lesson_id)).shown()


async def skip(ctx: Ctx, lesson_id: int, row_id: int) -> Adjusting:
    """Pass over the next topic, or what is left of it."""
    return await _change(ctx, lesson_id, row_id, RowState.SKIPPED)


async def join(ctx: Ctx, lesson_id: int, row_id: int) -> Adjusting:
    """Take the topic after the next one together with it."""
    return await _change(ctx, lesson_id, row_id, RowState.JOINED)


async def bring_back(ctx: Ctx, lesson_id: int, row_id: int) -> Adjusting:
    """Let a skipped or joined topic be one of its own again."""
    return await _change(ctx, lesson_id, row_id, RowState.PLANNED)


async def ask_topic(ctx: Ctx, lesson_id: int) -> Adjusting:
    """Ask for a topic to put before the next one."""
    async with ctx.writing() as work:
        found = await _plan(work, lesson_id)
        await work.inputs.expect(QUESTION, {"lesson": lesson_id})
        await work.commit()
        return found.shown()


async def insert(ctx: Ctx, lesson_id: int, text: str) -> Adjusting:
    """Put a typed topic before the next one, at the end where all are given; `— 2` says its hours."""
    wanted = _typed(text)
    async with ctx.writing() as work:
        found = await _plan(work, lesson_id, lock=True)
        rows, following = list(found.rows), found.following
        place = next(
            (place for place, row in enumerate(rows) if following and row.id == following.id), len(rows)
        )
        new = PlanRow(0, 0, wanted.topic, hours=wanted.hours, homework=wanted.homework)
        await _rewrite(work, found, [*rows[:place], new, *rows[place:]], ())
        await work.inputs.done()
        now = await _plan(work, lesson_id)
        done = now.rows[place]
        _audit(work, now, done, None, str(done.state))
        await work.commit()
        return now.shown(done)


async def take_out(ctx: Ctx, lesson_id: int, row_id: int) -> Adjusting:
    """Take a topic out of the plan that no lesson has had yet. Raises `InvalidError("plan_row_given")`."""
    async with ctx.writing() as work:
        found = await _plan(work, lesson_id, lock=True)
        row = found.row(row_id)
        if row_id in await work.plans.given_on(found.page):
            raise InvalidError("plan_row_given")
        await _rewrite(work, found, [other for other in found.rows if other.id != row_id], (row,))
        _audit(work, found, row, str(row.state), None)
        now = await _plan(work, lesson_id)
        await work.commit()
        return now.shown(row)


async def _change(ctx: Ctx, lesson_id: int, row_id: int, state: RowState) -> Adjusting:
    """Set what became of a topic; asked again it changes nothing.

    Raises `StaleError("plan_changed")` where the page has moved on since the button was drawn.
    """
    async with ctx.writing() as work:
        found = await _plan(work, lesson_id, lock=True)
        row = found.row(row_id)
        if row.state is not state:
            concerned = {RowState.SKIPPED: found.following, RowState.JOINED: found.ahead}.get(state, row)
            if concerned is None or concerned.id != row_id:
                raise StaleError("plan_changed")
            await work.plans.set_state(row_id, state)
            _audit(work, found, row, str(row.state), str(state))
            found = await _plan(work, lesson_id)
            await work.commit()
        return found.shown(found.row(row_id))


async def _plan(work: Work, lesson_id: int, *, lock: bool = False) -> _Plan:
    """The own plan of the lesson's page, which the actor may change now."""
    lesson = await gate.lesson(work, lesson_id, Permission.ENTER_LESSON)
    page = await open_page(work, lesson.unit_id, lesson.subject_id, Permission.LOAD_PLAN)
    if lock:
        await work.serialise("plan", page.unit_id)
    rows = await work.plans.own(page)
    if not rows:
        raise InvalidError("no_own_plan")
    return _Plan(lesson, page, rows, await work.plans.given(lesson))


async def _rewrite(work: Work, found: _Plan, rows: Sequence[PlanRow], gone: tuple[PlanRow, ...]) -> None:
    after = tuple(replace(row, number=number) for number, row in enumerate(rows, 1))
    change = Rewriting(tuple(found.rows), after, gone)
    await work.plans.rewrite(found.page, change, work.actor.person_id, work.now)


def _audit(work: Work, found: _Plan, row: PlanRow, before: str | None, after: str | None) -> None:
    work.audit(
        "plan.adjust",
        "plan_row",
        row.id,
        unit_id=found.page.class_id,
        before={"topic": row.topic, "state": before} if before else None,
        after={"topic": row.topic, "state": after} if after else None,
    )


def _typed(text: str) -> Wanted:
    """The one topic of a typed line.

    Raises `InvalidError`: `empty`, `too_long`, `hours_unclear`.
    """
    staging = Staging(Source.XLSX)
    lines = read_lines(" ".join(text.split()), staging)
    if lines:
        return lines[0].wanted
    wrong = {problem.code for problem in staging.build().problems}
    if Code.VALUE_TOO_LONG in wrong:
        raise InvalidError("too_long", longest=TOPIC_LIMIT)
    raise InvalidError("hours_unclear" if Code.VALUE_OUT_OF_RANGE in wrong else "empty")
