"""How far lesson plans are fulfilled: what the school reads of them (R-081)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.model.people import Person
from journal.model.periods import ResultPage
from journal.model.school import Period
from journal.model.span import Span


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year with its days."""

    id: int
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Held:
    """Lessons of a page: those of the timetable in a span that are over, and what became of them.

    `due` counts cancelled lessons too, and no extra ones; `given` are those with a topic, `year_given` the
    same since the year began, `unfilled` were held and have none.
    """

    due: int = 0
    cancelled: int = 0
    given: int = 0
    unfilled: int = 0
    year_given: int = 0


@dataclass(frozen=True, slots=True)
class PlanTotal:
    """The hours of one plan; `dated` are planned for days of the span, `undated` for no day."""

    hours: int
    dated: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """Hours of one page in a span up to now; `hours` and `left` are the year's, None without a plan."""

    planned: int
    given: int
    unfilled: int
    cancelled: int
    hours: int | None
    left: int | None

    @property
    def behind(self) -> int:
        """Hours behind what was planned by now; below 0: ahead of it."""
        return self.planned - self.given


@dataclass(frozen=True, slots=True)
class PageProgramme:
    """One page: who teaches it, how far its plan is fulfilled, and what the curriculum gives it."""

    page: ResultPage
    teachers: tuple[Person, ...]
    fulfilment: Fulfilment
    curriculum: int | None = None

    @property
    def has_plan(self) -> bool:
        return self.fulfilment.hours is not None

    @property
    def differs(self) -> bool:
        """Whether the plan has other hours than the curriculum (R-078); unknown hours differ from nothing."""
        hours = self.fulfilment.hours
        return hours is not None and self.curriculum is not None and hours != self.curriculum


@dataclass(frozen=True, slots=True)
class PlansNews:
    """Pages of a year without a plan, to the deputy head or to the teacher whose pages they are."""

    year: str
    due: date
    pages: tuple[PageProgramme, ...]
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """The pages one may look at, over a period up to now or (`period` None) since the year began."""

    year: SchoolYear
    span: Span
    period: Period | None
    periods: tuple[Period, ...]
    pages: tuple[PageProgramme, ...]
    # The last day for plans to be loaded in time.
    due: date

    @property
    def behind(self) -> tuple[PageProgramme, ...]:
        """The pages that are behind, the farthest first."""
        late = [one for one in self.pages if one.fulfilment.behind > 0]
        return tuple(sorted(late, key=lambda one: -one.fulfilment.behind))

    @property
    def ahead(self) -> tuple[PageProgramme, ...]:
        return tuple(one for one in self.pages if one.fulfilment.behind < 0)

    @property
    def without(self) -> tuple[PageProgramme, ...]:
        """The pages that have no plan (R-079)."""
        return tuple(one for one in self.pages if not one.has_plan)

    @property
    def differing(self) -> tuple[PageProgramme, ...]:
        return tuple(one for one in self.pages if one.differs)
