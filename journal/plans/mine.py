"""Use cases: the own plans with how far they are, and one plan opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal import gate
from journal.context import Ctx
from journal.model.periods import ResultPage
from journal.model.plans import PlanRow
from journal.model.programme import PageProgramme
from journal.plans.pointer import next_row
from journal.plans.previewing import open_page
from journal.plans.programme import gathered
from journal.plans.steps import steps
from journal.policy import Permission


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A page's plan row by row, with the days on which each topic was given, and the topic that comes next.

    `is_own` says that the reader may change it; `follows_class` that a subgroup has none of its own.
    """

    page: ResultPage
    rows: Sequence[PlanRow]
    given: Mapping[int, Sequence[date]]
    next: PlanRow | None
    is_own: bool
    follows_class: bool = False

    @property
    def hours(self) -> int:
        return sum(row.hours for row in self.rows)

    @property
    def left(self) -> int:
        """Hours of the topics still to be given; what was skipped or taken together asks for none."""
        return sum(max(0, row.hours - len(self.given.get(row.id, ()))) for row in steps(self.rows))

    @property
    def lessons(self) -> int:
        """How many lessons were given by the plan."""
        return sum(len(days) for days in self.given.values())


async def mine(ctx: Ctx) -> tuple[PageProgramme, ...]:
    """The actor's own pages with the figures of their plans."""
    async with ctx.reading() as work:
        gate.scope(work, Permission.LOAD_PLAN)
        return (await gathered(work, gate.author(work))).pages


async def one(ctx: Ctx, unit_id: int, subject_id: int) -> OpenPlan:
    """The plan of a page; a subgroup without its own shows its class's."""
    async with ctx.reading() as work:
        page = await open_page(work, unit_id, subject_id, Permission.REUSE_PLAN)
        rows = await work.plans.own(page)
        of_class = await work.periods.page(page.class_id, page.subject_id) if not rows else None
        follows = of_class is not None and of_class != page
        if of_class is not None and follows:
            rows = await work.plans.own(of_class)
        given = await work.plans.given_on(page)
        counts = {row: len(days) for row, days in given.items()}
        own = await work.timetable.teaches_subject(work.actor.person_id or 0, unit_id, subject_id)
        return OpenPlan(page, rows, given, next_row(rows, counts), own, follows and bool(rows))
