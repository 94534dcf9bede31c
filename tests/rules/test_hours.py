"""Quiet hours as people type them: two times of a clock, or a refusal."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import InvalidError
from journal.hours import read


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("22:30–6:45", time(22, 30), time(6, 45)),
        ("с 22 до 7", time(22), time(7)),
        ("  21.15 - 7.00 ", time(21, 15), time(7)),
        ("from 22:00 to 7:00", time(22), time(7)),
        ("23 24:00", time(23), time(0)),
        ("От 0:00 до 0:00", time(0), time(0)),
    ],
)
def test_hours_are_read_as_they_are_written(typed: str, start: time, end: time) -> None:
    assert read(typed) == (start, end)


@pytest.mark.parametrize(
    "typed",
    [
        "25:99",
        "22:00-25:00",
        "22:60 7:00",
        "22:00",
        "22 7 9",
        "ночью",
        "",
        "😴",
        "22:00–7:00 <b>",
        "‮00:7–00:22",
        "2" * 10_000,
        "12345 7",
    ],
)
def test_what_no_clock_shows_is_refused(typed: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read(typed)
    assert refused.value.code == "hours"


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        start, end = read(typed)
    except InvalidError:
        return
    assert isinstance(start, time)
    assert isinstance(end, time)


@given(st.times(), st.times())
def test_every_minute_of_the_day_may_be_chosen(start: time, end: time) -> None:
    typed = f"{start.hour}:{start.minute:02}–{end.hour:02}:{end.minute:02}"
    assert read(typed) == (start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))
