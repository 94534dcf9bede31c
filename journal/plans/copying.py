"""Use cases: a plan of the school's base is taken over for another class (R-080, S3 §2.2)."""

from __future__ import annotations

from dataclasses import dataclass

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError
from journal.model.periods import ResultPage
from journal.model.plans import PlanRow
from journal.plans.previewing import PageEffect, effect, mark, open_page, write
from journal.plans.wanted import Wanted
from journal.policy import Permission, scope_of
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Copy:
    """What taking the plan of `source` over would do to the page of `effect`."""

    source: ResultPage
    effect: PageEffect

    @property
    def mark(self) -> str:
        return mark((self.effect,))


async def targets(ctx: Ctx, unit_id: int, subject_id: int) -> tuple[ResultPage, tuple[ResultPage, ...]]:
    """The page, and the pages of its subject and parallel that the actor may copy its plan to."""
    async with ctx.reading() as work:
        source = await open_page(work, unit_id, subject_id, Permission.REUSE_PLAN)
        everything = scope_of(Permission.REUSE_PLAN, work.actor, work.regulation).everything
        teacher = None if everything else gate.author(work)
        known = await work.periods.pages(source.year_id, teacher)
        return source, tuple(page for page in known if _fits(source, page))


async def preview(ctx: Ctx, source: tuple[int, int], target: tuple[int, int]) -> Copy:
    """What the copy would change. Raises as the gate does, `InvalidError` for pages that do not fit."""
    async with ctx.reading() as work:
        return await _copy(work, source, target)


async def save(ctx: Ctx, source: tuple[int, int], target: tuple[int, int], seen: str) -> Copy:
    """Copy exactly what was previewed. Raises as `journal.plans.previewing.write`."""
    async with ctx.writing() as work:
        await work.serialise("plan", target[0])
        found = await _copy(work, source, target)
        said = f"{found.source.unit_name}, {found.source.subject}"
        await write(work, (found.effect,), seen, "plan.copy", said)
        await work.commit()
        return found


async def _copy(work: Work, source: tuple[int, int], target: tuple[int, int]) -> Copy:
    one = await open_page(work, *source, Permission.REUSE_PLAN)
    other = await open_page(work, *target, Permission.REUSE_PLAN)
    rows = await work.plans.own(one)
    if not rows or not _fits(one, other):
        raise InvalidError("plan_does_not_fit")
    return Copy(one, await effect(work, other, [_wanted(row) for row in rows]))


def _fits(source: ResultPage, page: ResultPage) -> bool:
    """The same subject in the same parallel, and not the very page."""
    same = (page.subject_id, page.grade, page.year_id) == (source.subject_id, source.grade, source.year_id)
    return same and page.unit_id != source.unit_id


def _wanted(row: PlanRow) -> Wanted:
    """A row without its day: every class has its own days."""
    return Wanted(row.topic, row.hours, row.section, row.homework, work_kind=row.work_kind)
