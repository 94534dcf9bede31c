"""The school's programme: which pages are behind their plans, which have none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.programme import Held, PageProgramme, PlanTotal, Programme, SchoolYear
from journal.model.school import Period
from journal.model.span import Span
from journal.plans.fulfilment import fulfilment
from journal.policy import Permission, Scope
from journal.ports import Work


async def programme(ctx: Ctx, period_id: int = 0) -> Programme:
    """The pages that whoever asks looks after, in a period up to now, by default since the year began.

    Whatever the number of pages, the number of statements is the same. Raises as the gate does, and
    `NotFoundError` for a period of another year.
    """
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.CONTROL_JOURNALS)
        found = await gathered(work, period_id=period_id)
        return within(found, reach)


def within(found: Programme, reach: Scope) -> Programme:
    """What of it is within reach: all pages, or those of the classes headed. Pure."""
    if reach.everything:
        return found
    return replace(found, pages=tuple(one for one in found.pages if one.page.class_id in reach.class_ids))


async def gathered(work: Work, teacher_id: int | None = None, period_id: int = 0) -> Programme:
    """The whole school's pages, or one teacher's. Whoever calls has passed a gate."""
    year = await work.plans.year(work.today)
    if year is None:
        raise NotFoundError(kind="year")
    known = await work.periods.of_year(year.id)
    period = next(((one, grades) for one, grades in known if one.id == period_id), None)
    if period_id and period is None:
        raise NotFoundError(kind="period")
    span = to_date(year, period[0] if period else None, work.today)
    pages = await work.periods.pages(year.id, teacher_id)
    teachers = await work.periods.teachers(year.id)
    held = await work.plans.held(year.id, span, work.now)
    plans = await work.plans.totals(year.id, span)
    curriculum = await work.plans.curriculum(year.id)
    found = []
    for page in pages:
        if period and page.grade not in period[1]:
            continue
        key = (page.unit_id, page.subject_id)
        found.append(
            PageProgramme(
                page,
                tuple(teachers.get(key, ())),
                fulfilment(
                    held.get(key, Held()), plan_of(plans, page.unit_id, page.class_id, page.subject_id)
                ),
                None if page.individual else curriculum.get((page.grade, page.subject_id)),
            )
        )
    begun = tuple(one for one, _ in known if one.starts_on <= work.today)
    return Programme(year, span, period[0] if period else None, begun, tuple(found), due_day(year, work))


def plan_of(
    plans: dict[tuple[int, int], PlanTotal], unit_id: int, class_id: int, subject_id: int
) -> PlanTotal | None:
    """The page's own plan, else its class's, which a subgroup follows."""
    return plans.get((unit_id, subject_id)) or plans.get((class_id, subject_id))


def to_date(year: SchoolYear, period: Period | None, today: date) -> Span:
    """The days of the period, or of the year, up to today; before them their first day alone."""
    span = period.span if period else year.span
    return Span(span.first, max(span.first, min(span.last, today)))


def due_day(year: SchoolYear, work: Work) -> date:
    """The day by which the year's plans are loaded: the regulation's day, of the year in which it begins."""
    return work.regulation.periods.lesson_plan_due.of(year.span.first.year)
