"""Messages come in office hours: the next moment that lies in them, never an earlier one."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.office_hours import Hours, opening
from journal.regulation.notation import ClockWindow
from tests.support.school import SCHOOL, ZONE

WORK = Hours(ClockWindow(time(8), time(18)))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
WINDOWS = st.tuples(st.integers(0, 22), st.integers(1, 23)).filter(lambda pair: pair[0] < pair[1])


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of October 2026; the 14th is a Wednesday."""
    return datetime(2026, 10, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(14, 10, 5), at(14, 10, 5)),
        (at(14, 8), at(14, 8)),
        (at(14, 7, 59), at(14, 8)),
        (at(14, 18), at(15, 8)),
        (at(14, 23), at(15, 8)),
        (at(16, 18, 1), at(19, 8)),
        (at(17, 12), at(19, 8)),
        (at(18, 23, 59), at(19, 8)),
    ],
)
def test_a_message_waits_for_the_next_hour_of_work(moment: datetime, opens: datetime) -> None:
    assert opening(moment, WORK, SCHOOL) == opens


def test_who_works_on_saturday_hears_on_saturday() -> None:
    assert opening(at(17, 12), Hours(WORK.window, 6), SCHOOL) == at(17, 12)
    assert opening(at(18, 12), Hours(WORK.window, 6), SCHOOL) == at(19, 8)


def test_on_holidays_and_days_off_nobody_is_told() -> None:
    rest = {at(day, 0).date() for day in (14, 15, 19)}
    assert opening(at(14, 10), WORK, SCHOOL, rest) == at(16, 8)
    assert opening(at(13, 19), WORK, SCHOOL, rest) == at(16, 8)
    assert opening(at(16, 19), WORK, SCHOOL, rest) == at(20, 8)
    assert opening(at(13, 10), WORK, SCHOOL, rest) == at(13, 10)


def test_a_rest_without_an_end_waits_for_no_longer_than_the_week_does() -> None:
    rest = {at(14, 0).date() + timedelta(days=ahead) for ahead in range(100)}
    assert opening(at(14, 10), WORK, SCHOOL, rest) == at(14, 10)
    assert opening(at(17, 10), WORK, SCHOOL, rest) == at(19, 8)


@given(MOMENTS, WINDOWS, st.integers(1, 7))
def test_the_moment_lies_in_the_hours_and_is_the_first_such(
    moment: datetime, window: tuple[int, int], last: int
) -> None:
    hours = Hours(ClockWindow(time(window[0]), time(window[1])), last)
    opens = opening(moment, hours, SCHOOL)
    wall = opens.astimezone(ZONE)
    assert moment <= opens < moment + timedelta(days=8)
    assert wall.time() in hours.window
    assert wall.isoweekday() <= last
    if opens > moment:
        assert wall.time() == hours.window.start
        assert opening(opens - timedelta(minutes=1), hours, SCHOOL) == opens
