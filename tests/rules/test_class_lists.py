"""By which day a list is to be confirmed, on any day of any year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.class_lists import LEAD, round_of, turn_of
from journal.regulation.notation import YearDay

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
DUE = st.sampled_from([YearDay(1, 9), YearDay(31, 8), YearDay(5, 9), YearDay(1, 10)])


def test_the_list_is_asked_for_in_autumn_and_then_each_month_of_the_school_year() -> None:
    first = YearDay(1, 9)
    asked = {
        date(2026, 8, 24): date(2026, 5, 1),
        date(2026, 8, 25): date(2026, 9, 1),
        date(2026, 9, 23): date(2026, 9, 1),
        date(2026, 9, 24): date(2026, 10, 1),
        date(2026, 10, 14): date(2026, 10, 1),
        date(2027, 1, 1): date(2027, 1, 1),
        date(2027, 7, 15): date(2027, 5, 1),
    }
    assert {day: round_of(day, first) for day in asked} == asked
    assert round_of(date(2027, 2, 25), YearDay(31, 8)) == date(2027, 2, 28)


@given(today=DAYS, first=DUE)
def test_nobody_is_asked_earlier_than_a_week_ahead_nor_for_an_earlier_day_than_before(
    today: date, first: YearDay
) -> None:
    due_on = round_of(today, first)
    assert today >= due_on - LEAD
    assert round_of(today + timedelta(days=1), first) >= due_on


@given(today=DAYS, first=DUE)
def test_a_long_gone_day_asks_nobody_by_message(today: date, first: YearDay) -> None:
    due_on = round_of(today, first)
    turn = turn_of(today, due_on)
    assert (turn is None) == (today > due_on + LEAD)
    assert (turn == "ahead") == (today < due_on)
