"""How far a plan is fulfilled follows from what was held and what was planned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.programme import Held, PlanTotal
from journal.plans.fulfilment import fulfilment

figures = st.integers(0, 200)


@st.composite
def helds(draw: st.DrawFn) -> Held:
    due = draw(figures)
    cancelled = draw(st.integers(0, due))
    filled = draw(st.integers(0, due - cancelled))
    return Held(due, cancelled, filled, due - cancelled - filled, filled + draw(figures))


@pytest.mark.requirement("R-081")
@given(helds(), figures)
def test_by_the_timetable_a_page_is_behind_by_what_was_cancelled_or_not_filled_in(
    held: Held, spare: int
) -> None:
    found = fulfilment(held, PlanTotal(held.due + spare, undated=1))
    assert found.behind == held.cancelled + held.unfilled
    assert found.hours == held.due + spare
    assert found.left == max(0, held.due + spare - held.year_given)


@given(helds(), figures, figures)
def test_a_plan_with_a_day_for_every_hour_is_followed_by_its_days(held: Held, dated: int, later: int) -> None:
    found = fulfilment(held, PlanTotal(dated + later + 1, dated=dated))
    assert (found.planned, found.behind) == (dated, dated - held.given)


@given(helds(), st.integers(1, 200))
def test_more_than_the_plan_has_is_never_asked_for(held: Held, hours: int) -> None:
    assert fulfilment(held, PlanTotal(hours, undated=hours)).planned <= hours


@given(helds())
def test_without_a_plan_nothing_is_said_to_be_left(held: Held) -> None:
    found = fulfilment(held, None)
    assert (found.hours, found.left) == (None, None)
    assert found.behind == held.cancelled + held.unfilled
