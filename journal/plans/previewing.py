"""What a new version of a plan would do to a page, shown first and then saved: of files and of copies."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from journal import gate
from journal.errors import NotFoundError, StaleError
from journal.model.periods import ResultPage
from journal.model.plans import PlanRow, Rewriting
from journal.plans import hours
from journal.plans.hours import HoursCheck
from journal.plans.matching import rewriting
from journal.plans.wanted import Wanted
from journal.policy import Permission
from journal.ports import Work

MARK = 8


@dataclass(frozen=True, slots=True)
class PageEffect:
    """What saving would do to one page, and whether the hours are right."""

    page: ResultPage
    change: Rewriting
    hours: HoursCheck


async def open_page(work: Work, unit_id: int, subject_id: int, permission: Permission) -> ResultPage:
    """The page, if the actor may do that with it now. Raises as the gate does."""
    await gate.page(work, unit_id, subject_id, permission)
    page = await work.periods.page(unit_id, subject_id)
    if page is None:
        raise NotFoundError(kind="page")
    return page


async def effect(work: Work, page: ResultPage, wanted: Sequence[Wanted]) -> PageEffect:
    """What making `wanted` the plan of the page would do now."""
    change = rewriting(await work.plans.own(page), wanted)
    return PageEffect(page, change, await hours.check(work, page, change.hours))


def mark(effects: Sequence[PageEffect]) -> str:
    """The beginning of a fingerprint of exactly this: what stands now, and what would."""
    said = repr([(one.page.unit_id, one.page.subject_id, one.change) for one in effects])
    return hashlib.sha256(said.encode()).hexdigest()[:MARK]


async def write(work: Work, effects: Sequence[PageEffect], seen: str, action: str, source: str) -> None:
    """Save what was seen, all of it or nothing; whoever calls has passed the gate and holds the locks.

    Raises `StaleError("plan_changed")` where anything changed since, `RefusedError("plan_hours_differ")`
    where the regulation wants the curriculum's hours.
    """
    if mark(effects) != seen:
        raise StaleError("plan_changed")
    for one in effects:
        if one.change.empty:
            continue
        hours.require(one.hours)
        plan_id = await work.plans.rewrite(one.page, one.change, work.actor.person_id, work.now)
        work.audit(
            action,
            "plan",
            plan_id,
            unit_id=one.page.class_id,
            before=_figures(one.change.before),
            after={**_figures(one.change.after), "source": source},
        )


def _figures(rows: Sequence[PlanRow]) -> dict[str, int]:
    return {"topics": len(rows), "hours": sum(row.hours for row in rows)}
