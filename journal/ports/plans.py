"""What use cases need of lesson plans."""

from datetime import date, datetime
from typing import Protocol

from journal.model.lessons import Lesson
from journal.model.periods import ResultPage
from journal.model.plans import PlanRow, Rewriting, RowState
from journal.model.programme import Held, PlanTotal, SchoolYear
from journal.model.span import Span
from journal.ports.periods import PageKey


class Plans(Protocol):
    async def rows(self, lesson: Lesson) -> list[PlanRow]:
        """The plan of the lesson's page in order; a subgroup without its own follows its class's."""
        ...

    async def given(self, lesson: Lesson) -> dict[int, int]:
        """How many other lessons of the page each plan row has had."""
        ...

    async def year(self, day: date) -> SchoolYear | None:
        """The year that runs on that day, in the summer the one to come; past all of them, the last."""
        ...

    async def held(self, year_id: int, span: Span, now: datetime) -> dict[PageKey, Held]:
        """What became of the year's lessons up to now, by page."""
        ...

    async def totals(self, year_id: int, span: Span) -> dict[PageKey, PlanTotal]:
        """The hours of every plan that has rows, by the page it is for."""
        ...

    async def curriculum(self, year_id: int) -> dict[tuple[int, int], int]:
        """Hours of the year by grade and subject."""
        ...

    async def own(self, page: ResultPage) -> list[PlanRow]:
        """The page's own plan in order; empty where there is none."""
        ...

    async def given_on(self, page: ResultPage) -> dict[int, list[date]]:
        """The days of the page's lessons by the plan row they were given by, oldest first."""
        ...

    async def rewrite(self, page: ResultPage, change: Rewriting, author_id: int | None, now: datetime) -> int:
        """Make the plan what `change` says, and sum up its hours; returns the plan's key."""
        ...

    async def set_state(self, row_id: int, state: RowState) -> None: ...
