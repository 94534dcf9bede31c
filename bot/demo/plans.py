"""Lesson plans of the term: a page's topics spread over its lessons, and the row of every lesson in turn."""

from collections import Counter
from collections.abc import Iterable
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

    def lengthen(self, page: PageKey, topics: tuple[str, ...], hours: int) -> None:
        """Plan the rest of the year behind the page's lessons, so that the plan has so many hours."""
        turns = self._turns.get(page)
        if turns is None or hours <= len(turns):
            return
        plan = self.plans[turns[0]["plan_id"] - 1]
        rest, plan["hours"] = hours - plan["hours"], hours
        shares = Counter(place * len(topics) // rest for place in range(rest))
        for number, (topic, share) in enumerate(sorted(shares.items()), turns[-1]["number"] + 1):
            self.rows.append(
                {
                    **turns[-1],
                    "id": len(self.rows) + 1,
                    "number": number,
                    "topic": f"{topics[topic]}: обобщение и практика",
                    "hours": share,
                    "planned_on": None,
                    "work_kind": None,
                }
            )

    def add(self, page: PageKey, topics: tuple[str, ...], lessons: int, loaded_at: datetime) -> None:
        """Plan so many lessons of the page: every topic takes its share of them, in order."""
        unit_id, course = page
        plan_id = len(self.plans) + 1
        self.plans.append(
            {
                "id": plan_id,
                "year_id": 1,
                "subject_id": course + 1,
                "unit_id": unit_id,
                "loaded_at": loaded_at,
                "hours": lessons,
            }
        )
        shares = Counter(place * len(topics) // lessons for place in range(lessons))
        turns: list[Row] = []
        for number, (topic, hours) in enumerate(sorted(shares.items()), 1):
            row = {
                "id": len(self.rows) + 1,
                "plan_id": plan_id,
                "number": number,
                "topic": topics[topic],
                "hours": hours,
                "planned_on": None,
                "work_kind": None,
            }
            self.rows.append(row)
            turns += [row] * hours
        self._turns[page] = turns


def make_plans(pages: Iterable[PageKey], courses: list[Course], loaded_at: datetime) -> Plans:
    """A plan for every page; `pages` names each lesson's page, as often as it has lessons."""
    made = Plans()
    for page, lessons in Counter(pages).items():
        made.add(page, courses[page[1]].topics, lessons, loaded_at)
    return made
