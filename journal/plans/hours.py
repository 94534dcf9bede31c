"""The hours of a plan against those of the curriculum (R-078, S3 §4.5-D8, S4 §4.2-T7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.errors import RefusedError
from journal.model.periods import ResultPage
from journal.ports import Work
from journal.regulation.values import PlanHours

if TYPE_CHECKING:
    from journal.regulation import Clause


@dataclass(frozen=True, slots=True)
class HoursCheck:
    """The plan's hours and the curriculum's, None where it says nothing of the page.

    `must_equal` is what the school's regulation asks, by that clause.
    """

    planned: int
    curriculum: int | None
    must_equal: bool
    clause: Clause

    @property
    def differs(self) -> bool:
        return self.curriculum is not None and self.curriculum != self.planned

    @property
    def refused(self) -> bool:
        return self.differs and self.must_equal


async def check(work: Work, page: ResultPage, planned: int) -> HoursCheck:
    """Compare; a student's own plan has hours of its own and is compared with nothing."""
    known = await work.plans.curriculum(page.year_id)
    return HoursCheck(
        planned,
        None if page.individual else known.get((page.grade, page.subject_id)),
        work.regulation.periods.plan_hours_check is PlanHours.EQUAL,
        work.regulation.clause("periods.plan_hours_check"),
    )


def require(found: HoursCheck) -> None:
    """Raises `RefusedError("plan_hours_differ")` where the regulation wants the hours to be equal."""
    if found.refused:
        raise RefusedError(
            "plan_hours_differ", hours=found.planned, curriculum=found.curriculum, clause=found.clause
        )
