"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.dates import read_past_date

TODAY = date(2026, 10, 14)
BORN = date(2013, 3, 5)


@pytest.mark.parametrize(
    "typed",
    [
        "05.03.2013",
        "5.3.2013",
        "5.3.13",
        "05/03/2013",
        "5-3-2013",
        "5 3 2013",
        "05032013",
        "050313",
        "2013-03-05",
        "5 марта 2013",
        "5 Марта 2013 г.",
        "5 марта 2013 года",
        "5-го марта 2013",
        "5 мар 2013",
        "5 мар. 13",
        " 5  марта,  2013 ",
        "March 5, 2013",
        "5 March 2013",
    ],
)
def test_every_human_way_to_write_a_date_is_understood(typed: str) -> None:
    assert read_past_date(typed, TODAY) == BORN


@pytest.mark.parametrize(
    "typed", ["", "завтра", "31.02.2013", "5.13.2013", "5 брюмера 2013", "05.03", "15.10.2026", "5 маю 2013"]
)
def test_what_is_no_day_of_the_past_is_not_guessed(typed: str) -> None:
    assert read_past_date(typed, TODAY) is None


def test_may_is_not_march() -> None:
    assert read_past_date("5 мая 2013", TODAY) == date(2013, 5, 5)


def test_a_year_of_two_digits_is_the_latest_that_has_been() -> None:
    assert read_past_date("14.10.26", TODAY) == TODAY
    assert read_past_date("15.10.26", TODAY) == date(1926, 10, 15)


@given(st.dates(date(1930, 1, 1), TODAY))
def test_every_past_day_is_read_back_from_its_usual_form(day: date) -> None:
    assert read_past_date(day.strftime("%d.%m.%Y"), TODAY) == day


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(typed: str) -> None:
    read_past_date(typed, TODAY)
