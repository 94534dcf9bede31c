"""Deadlines: their notation, their instants, daylight saving included."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.regulation import Anchor, Deadline
from journal.regulation.notation import NotationError

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = date(2026, 10, 13)
SPARE_HOUR = Deadline.parse("1 hour after last lesson, at latest same day 21:00")
ZONES = st.sampled_from(
    ["Europe/Kaliningrad", "Europe/Moscow", "Asia/Kamchatka", "Europe/Berlin", "America/Havana"]
).map(ZoneInfo)
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
# Whole minutes; 23:59 is written as the day's end.
CLOCKS = st.none() | st.integers(0, 23 * 60 + 58).map(lambda n: time(n // 60, n % 60))
OF_LESSON = st.builds(Deadline, days=st.integers(0, 60), at=CLOCKS)
AFTER_LESSONS = st.builds(
    Deadline,
    anchor=st.just(Anchor.LAST_LESSON),
    delay=st.integers(1, 240).map(lambda minutes: timedelta(minutes=minutes)),
)
OF_PERIOD = st.builds(Deadline, anchor=st.just(Anchor.PERIOD_END), days=st.integers(-60, 0))
OF_FACT = st.sampled_from([Anchor.CHECKING_END, Anchor.ORDER_DATE]).map(Deadline)
SINGLE = st.one_of(OF_LESSON, AFTER_LESSONS, OF_PERIOD, OF_FACT)
ANY = SINGLE | st.builds(Deadline, days=st.integers(0, 9), at=CLOCKS, latest=SINGLE)


def moscow(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("same day", moscow(10, 14)),
        ("same day 17:00", moscow(10, 13, 17)),
        ("same day 21:00", moscow(10, 13, 21)),
        ("same day 23:59", moscow(10, 14)),
        ("next day 12:00", moscow(10, 14, 12)),
        ("next day", moscow(10, 15)),
        ("7 days after work", moscow(10, 21)),
        ("1 day after work 09:00", moscow(10, 14, 9)),
    ],
)
def test_a_lesson_deadline_falls_by_the_schools_own_clock(text: str, due: datetime) -> None:
    assert Deadline.parse(text).moment(TUESDAY, MOSCOW) == due


def test_homework_is_due_an_hour_after_the_last_lesson_of_the_class() -> None:
    assert SPARE_HOUR.moment(TUESDAY, MOSCOW, last_lesson_end=moscow(10, 13, 14, 25)) == moscow(
        10, 13, 15, 25
    )


def test_a_late_last_lesson_leaves_homework_the_general_deadline() -> None:
    assert SPARE_HOUR.moment(TUESDAY, MOSCOW, last_lesson_end=moscow(10, 13, 20, 30)) == moscow(10, 13, 21)


def test_the_next_day_is_the_next_date_even_before_a_weekend() -> None:
    friday = date(2026, 10, 16)
    assert Deadline.parse("next day 12:00").moment(friday, MOSCOW) == moscow(10, 17, 12)


def test_two_days_before_a_periods_end_means_the_end_of_that_day() -> None:
    deadline = Deadline.parse("2 days before period end")
    assert deadline.moment(TUESDAY, MOSCOW, period_end=date(2026, 10, 30)) == moscow(10, 29)


def test_an_order_not_yet_signed_leaves_the_periods_last_day() -> None:
    deadline, ends = Deadline.parse("order date"), date(2026, 10, 30)
    assert deadline.moment(TUESDAY, MOSCOW, period_end=ends, order_date=date(2026, 10, 27)) == moscow(10, 28)
    assert deadline.moment(TUESDAY, MOSCOW, period_end=ends) == moscow(10, 31)


def test_marks_due_the_day_checking_ends_wait_for_that_day() -> None:
    deadline = Deadline.parse("checking end")
    with pytest.raises(ValueError, match="checking end"):
        deadline.moment(TUESDAY, MOSCOW)
    assert deadline.moment(TUESDAY, MOSCOW, checking_end=date(2026, 10, 15)) == moscow(10, 16)


@pytest.mark.parametrize("ends", [None, datetime(2026, 10, 13, 14, 0)])  # noqa: DTZ001
def test_a_missing_or_naive_end_of_lessons_is_refused(ends: datetime | None) -> None:
    with pytest.raises(ValueError, match="aware"):
        SPARE_HOUR.moment(TUESDAY, MOSCOW, last_lesson_end=ends)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 10, 26), 24)]
)
def test_the_day_the_clocks_change_ends_at_its_own_midnight(day: date, hours: int) -> None:
    starts = datetime.combine(day, time(), BERLIN).astimezone(UTC)
    assert Deadline().moment(day, BERLIN) - starts == timedelta(hours=hours)


def test_an_hour_after_lessons_is_sixty_minutes_even_as_the_clocks_change() -> None:
    ends = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    due = Deadline.parse("1 hour after last lesson").moment(ends.date(), BERLIN, last_lesson_end=ends)
    assert due - ends.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "same day 24:30",
        "same day 12:60",
        "same day 5pm",
        "-1 days after work",
        "17:00",
        "same",
    ],
)
def test_what_no_regulation_says_is_refused_with_the_notation(text: str) -> None:
    with pytest.raises(NotationError, match="same day"):
        Deadline.parse(text)


@given(ANY)
def test_a_deadline_reads_back_as_it_was_written(deadline: Deadline) -> None:
    assert Deadline.parse(str(deadline)) == deadline


@given(OF_LESSON, DAYS, ZONES)
def test_a_lesson_deadline_is_aware_utc_and_never_before_its_day(
    deadline: Deadline, day: date, zone: ZoneInfo
) -> None:
    due = deadline.moment(day, zone)
    assert due.tzinfo is UTC
    assert due >= datetime.combine(day, time(), zone).astimezone(UTC)


@given(OF_LESSON, DAYS, ZONES)
def test_a_later_day_has_a_later_deadline(deadline: Deadline, day: date, zone: ZoneInfo) -> None:
    assert deadline.moment(day, zone) < deadline.moment(day + timedelta(days=1), zone)


@given(OF_LESSON, OF_LESSON, DAYS, ZONES)
def test_of_two_terms_the_earlier_holds(first: Deadline, second: Deadline, day: date, zone: ZoneInfo) -> None:
    both = Deadline(days=first.days, at=first.at, latest=second)
    assert both.moment(day, zone) == min(first.moment(day, zone), second.moment(day, zone))


@given(OF_LESSON | OF_PERIOD | OF_FACT, DAYS, ZONES)
def test_kept_within_the_day_no_deadline_runs_past_it(deadline: Deadline, day: date, zone: ZoneInfo) -> None:
    assert deadline.within_the_day().moment(day, zone) <= Deadline().moment(day, zone)
