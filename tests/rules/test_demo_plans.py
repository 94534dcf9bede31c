"""The demo school's plans: every lesson has its topic, and the next one is a tap away."""

from bot.demo.curriculum import courses
from bot.demo.plans import make_plans
from journal.model.plans import PlanRow
from journal.plans.pointer import next_row
from tests.support.school import LONG_AGO


def test_every_lesson_of_a_page_has_its_row_and_the_next_one_is_what_the_plan_offers() -> None:
    page, lessons = (11, 0), 27
    plans = make_plans([page] * lessons, courses(), LONG_AGO, {page: 136})
    rows = [PlanRow(row["id"], row["number"], row["topic"], hours=row["hours"]) for row in plans.rows]
    assert sum(row.hours for row in rows) == 136
    assert len({row.topic for row in rows}) == len(rows) > 1
    given: dict[int, int] = {}
    for number in range(lessons):
        due = next_row(rows, given)
        assert due is not None
        assert due.id == plans.row(page, number)["id"]
        given[due.id] = given.get(due.id, 0) + 1
    due = next_row(rows, given)
    assert due is not None
    assert due.topic == courses()[0].later[0]


def test_a_page_of_few_lessons_has_no_topic_without_a_lesson() -> None:
    plans = make_plans([(11, 0)] * 2, courses(), LONG_AGO, {})
    assert [row["hours"] for row in plans.rows] == [1, 1]
