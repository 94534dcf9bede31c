"""When teachers are nudged: never in a lesson or after the hour, before the deadline wherever that can be."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.lessons.nudging import (
    BREATH,
    Stint,
    about_works,
    free,
    is_time,
    moments,
    works_waiting,
)

MIDNIGHT = datetime(2026, 10, 14, tzinfo=UTC)
CLOSES = MIDNIGHT + timedelta(hours=20)


def at(clock: str) -> datetime:
    hours, minutes = clock.split(":")
    return MIDNIGHT + timedelta(hours=int(hours), minutes=int(minutes))


def stint(starts: str, ends: str, due: str | None = None, *, shift: int = 1, lacks: bool = True) -> Stint:
    return Stint(at(starts), at(ends), shift, lacks, at(due) if due else None)


def minutes(first: int, last: int) -> st.SearchStrategy[datetime]:
    return st.integers(first, last).map(lambda count: MIDNIGHT + timedelta(minutes=count))


@st.composite
def stints(draw: st.DrawFn) -> Stint:
    """A lesson of any length, from half past seven to late in the evening, in one of two shifts."""
    starts = draw(minutes(450, 1300))
    ends = starts + timedelta(minutes=draw(st.integers(20, 90)))
    due = draw(st.none() | st.integers(1, 600).map(lambda count: ends + timedelta(minutes=count)))
    return Stint(starts, ends, draw(st.sampled_from((1, 2))), draw(st.booleans()), due)


days = st.lists(stints(), min_size=1, max_size=8)


@pytest.mark.requirement("R-046")
@given(days, minutes(18 * 60, 22 * 60))
def test_nobody_is_nudged_in_a_lesson_or_after_the_hour_or_before_anything_is_missing(
    day: list[Stint], closes: datetime
) -> None:
    found = moments(day, closes)
    assert all(moment < closes for moment in found)
    assert all(free(moment, day) for moment in found)
    missing = [one.ends_at for one in day if one.lacks]
    assert all(moment >= min(missing) for moment in found)
    assert len(found) <= len(missing)


@pytest.mark.requirement("R-046")
@given(days, minutes(18 * 60, 22 * 60))
def test_there_is_a_nudge_before_each_deadline_if_any_minute_is_left_for_it(
    day: list[Stint], closes: datetime
) -> None:
    found = moments(day, closes)
    for one in day:
        if not one.lacks:
            continue
        end = closes if one.due is None else min(closes, one.due)
        left = int((end - one.ends_at) / timedelta(minutes=1))
        possible = any(free(one.ends_at + timedelta(minutes=count), day) for count in range(max(left, 0)))
        assert any(one.ends_at <= moment < end for moment in found) is possible


@given(days)
def test_where_the_deadline_is_far_each_shift_has_one_nudge_after_its_last_lesson(day: list[Stint]) -> None:
    relaxed = [Stint(one.starts_at, one.ends_at, one.shift, one.lacks) for one in day]
    found = moments(relaxed, MIDNIGHT + timedelta(days=2))
    shifts = {one.shift for one in day if one.lacks}
    assert len(found) <= len(shifts)
    for shift in shifts:
        last = max(one.ends_at for one in day if one.shift == shift)
        assert any(moment >= last + BREATH for moment in found)


def test_a_day_of_two_shifts_is_asked_about_twice_and_the_long_break_is_no_end() -> None:
    first = [stint("8:30", "9:15"), stint("11:25", "12:10", lacks=False)]
    second = [stint("14:00", "14:45", shift=2), stint("17:30", "18:15", shift=2)]
    assert moments([*first, *second], CLOSES) == [at("12:20"), at("18:25")]
    assert moments(first, CLOSES) == [at("12:20")]


def test_homework_due_before_the_teachers_last_lesson_is_asked_for_in_the_break_before() -> None:
    day = [
        stint("8:30", "9:15", "13:10"),
        stint("11:25", "12:10", lacks=False),
        stint("12:30", "13:15", lacks=False),
        stint("13:25", "14:10", "21:00"),
    ]
    assert moments(day, CLOSES) == [at("12:10"), at("14:20")]


def test_a_deadline_right_behind_the_bell_leaves_no_breath() -> None:
    assert moments([stint("16:10", "16:55", "17:00")], CLOSES) == [at("16:55")]


def test_a_lesson_that_ends_after_the_hour_is_not_asked_about_that_day() -> None:
    assert moments([stint("19:20", "20:05", "23:59")], CLOSES) == []


def test_an_overlapping_shift_is_waited_for() -> None:
    day = [stint("12:20", "13:05"), stint("13:10", "13:55", shift=2, lacks=False)]
    assert moments(day, CLOSES) == [at("13:55")]


def test_one_moment_is_told_once_and_a_later_one_again() -> None:
    planned = [at("12:10"), at("14:20")]
    assert not is_time(planned, at("12:05"), None)
    assert is_time(planned, at("12:10"), None)
    assert not is_time(planned, at("12:15"), at("12:10"))
    assert is_time(planned, at("14:20"), at("12:10"))
    assert not is_time(planned, at("18:00"), at("14:20"))


def test_works_are_asked_about_after_the_lessons_or_in_the_afternoon() -> None:
    assert about_works([stint("8:30", "9:15"), stint("13:25", "14:10", shift=2)], at("14:00")) == at("14:20")
    assert about_works([], at("14:00")) == at("14:00")


@pytest.mark.parametrize(
    ("due", "waits"),
    [(21, False), (19, False), (18, True), (17, True), (16, True), (15, True), (14, False)],
)
def test_a_work_is_brought_up_on_the_last_school_day_of_its_term_and_on_the_first_one_past_it(
    due: int, waits: bool
) -> None:
    # Friday; lessons before on Thursday, next on Monday: a term that ends on Sunday is over today.
    friday, thursday, monday = (date(2026, 10, day) for day in (16, 15, 19))
    assert works_waiting(date(2026, 10, due), friday, thursday, monday) is waits
