"""Pages without a plan: who is to load them, and one tap that reminds those teachers (R-079)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal import gate
from journal.context import Ctx
from journal.events import PlanReminderDue
from journal.model.people import Person, by_person
from journal.model.programme import PageProgramme, Programme
from journal.plans.programme import gathered, within
from journal.policy import Permission, allows
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class PlanGap:
    """What one teacher has not loaded; `reminded` says that the teacher heard of it today already."""

    teacher: Person
    pages: tuple[PageProgramme, ...]
    reminded: bool = False


@dataclass(frozen=True, slots=True)
class MissingPlans:
    """A year's pages without a plan, by teacher, and those nobody teaches.

    `managed` says that whoever looks may remind; `today` is the day they are looked at.
    """

    programme: Programme
    gaps: tuple[PlanGap, ...]
    orphans: tuple[PageProgramme, ...]
    managed: bool
    today: date

    @property
    def to_remind(self) -> int:
        return sum(not gap.reminded for gap in self.gaps)


async def missing(ctx: Ctx) -> MissingPlans:
    """The pages without a plan, of the year that runs or comes. Raises as the gate does."""
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.CONTROL_JOURNALS)
        return await _board(work, within(await gathered(work), reach))


async def remind(ctx: Ctx) -> int:
    """Remind every teacher of the own pages without a plan, nobody twice a day; how many are told now."""
    async with ctx.writing() as work:
        gate.school(work, Permission.CHECK_PLAN)
        await work.serialise("plan_reminder", work.today.toordinal())
        board = await _board(work, await gathered(work))
        fresh = [gap.teacher.id for gap in board.gaps if not gap.reminded]
        for person in fresh:
            work.record(_event(work, person))
        if fresh:
            year = board.programme.year.id
            work.audit("plans.remind", "year", year, after={"teachers": fresh})
            await work.commit()
        return len(fresh)


def gaps_of(pages: Sequence[PageProgramme]) -> list[PlanGap]:
    """The pages by teacher, in the order of names; a page of two is both's. Pure."""
    taught = ((teacher, one) for one in pages for teacher in one.teachers)
    return [PlanGap(teacher, tuple(lacking)) for teacher, lacking in by_person(taught)]


async def _board(work: Work, found: Programme) -> MissingPlans:
    gaps = gaps_of(found.without)
    events = {gap.teacher.id: _event(work, gap.teacher.id).subject for gap in gaps}
    told = await work.control.told_at(list(events.values()))
    return MissingPlans(
        found,
        tuple(PlanGap(gap.teacher, gap.pages, events[gap.teacher.id] in told) for gap in gaps),
        tuple(one for one in found.without if not one.teachers),
        allows(Permission.CHECK_PLAN, work.actor, (), work.regulation),
        work.today,
    )


def _event(work: Work, person_id: int) -> PlanReminderDue:
    return PlanReminderDue(person_id, work.today.isoformat())
