"""Lesson plans of the year: a page's topics spread over its lessons, and the row of every lesson in turn."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.demo.curriculum import Course

Row = dict[str, Any]
PageKey = tuple[int, int]


@dataclass(slots=True)
class Plans:
    """Rows by table, and the row of every lesson of a page in turn."""

    plans: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    _turns: dict[PageKey, list[Row]] = field(default_factory=dict)

    def row(self, page: PageKey, number: int) -> Row:
        """The plan's row for the page's lesson of that number, counted from 0."""
        return self._turns[page][number]

    def name_control(self, page: PageKey, number: int, day: date) -> None:
        """Plan a control work of the page for its lesson of that number, on that day."""
        row = self.row(page, number)
        if row["planned_on"] is None:
            row.update(planned_on=day, work_kind="control")

    def add(self, page: PageKey, course: Course, lessons: int, hours: int, loaded_at: datetime) -> None:
        """Plan so many lessons of the page: every topic takes its share of them, in order.

        The later topics share what is left of the year's hours.
        """
        unit_id, number = page
        hours = max(hours, lessons)
        plan_id = len(self.plans) + 1
        self.plans.append(
            {
                "id": plan_id,
                "year_id": 1,
                "subject_id": number + 1,
                "unit_id": unit_id,
                "loaded_at": loaded_at,
                "hours": hours,
            }
        )
        turns: list[Row] = []
        shares = (*_shares(course.topics, lessons), *_shares(course.later, hours - lessons))
        for place, (topic, share) in enumerate(shares, 1):
            row = {
                "id": len(self.rows) + 1,
                "plan_id": plan_id,
                "number": place,
                "topic": topic,
                "hours": share,
                "planned_on": None,
                "work_kind": None,
            }
            self.rows.append(row)
            turns += [row] * share
        self._turns[page] = turns


def _shares(topics: tuple[str, ...], lessons: int) -> list[tuple[str, int]]:
    """The topics with their shares of so many lessons, in order; none without a lesson."""
    shares = Counter(place * len(topics) // lessons for place in range(lessons))
    return [(topics[place], share) for place, share in sorted(shares.items())]


def make_plans(
    pages: Iterable[PageKey], courses: list[Course], loaded_at: datetime, hours: Mapping[PageKey, int]
) -> Plans:
    """A plan for every page; `pages` names each lesson's page, as often as it has lessons.

    `hours` are those of the year.
    """
    made = Plans()
    for page, lessons in Counter(pages).items():
        made.add(page, courses[page[1]], lessons, hours.get(page, 0), loaded_at)
    return made
