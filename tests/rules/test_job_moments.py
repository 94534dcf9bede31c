"""The moments of jobs: each wall-clock time once a day, whatever the clocks of the zone do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.school import School
from journal.regulation import preset
from notifications.house import Round
from notifications.jobs.job import Job, Times, daily_at, weekly

ZONES = ("Europe/Berlin", "Europe/Moscow", "Asia/Vladivostok", "America/New_York", "Australia/Lord_Howe")
# Around the changes of the clocks on both hemispheres, around New Year, around a leap day.
DAYS = [date(2026, 3, 27), date(2026, 10, 23), date(2026, 12, 30), date(2028, 2, 27), date(2026, 4, 3)]
REGULATION = preset("s3")
MINUTE = timedelta(minutes=1)


async def nothing(_: Round, __: datetime) -> int:
    return 0


def school_in(zone: str) -> School:
    return School("Школа", "Школа", ZoneInfo(zone), "school", "private")


def job_at(times: Times, grace: timedelta = timedelta(days=400)) -> Job:
    return Job("any", times, nothing, grace)


def dues(job: Job, school: School, after: datetime, now: datetime) -> list[datetime]:
    return job.due(school, REGULATION, after, now)


@given(
    zone=st.sampled_from(ZONES),
    first=st.sampled_from(DAYS),
    at=st.times().map(lambda found: found.replace(second=0, microsecond=0)),
    looks=st.lists(st.integers(1, 2 * 24 * 60), max_size=12),
)
@settings(max_examples=150, deadline=None)
def test_however_often_one_looks_each_moment_is_found_once_and_none_early(
    zone: str, first: date, at: time, looks: list[int]
) -> None:
    school, job = school_in(zone), job_at(daily_at(at))
    begun = last = now = school.moment(first, time(12)).astimezone(UTC)
    found: list[datetime] = []
    for minutes in looks:
        now += minutes * MINUTE
        seen = dues(job, school, last, now)
        assert all(last < moment <= now for moment in seen)
        found += seen
        last = max([last, *seen])
    assert found == dues(job, school, begun, now)
    assert len({school.day(moment) for moment in found}) == len(found)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [time(0, 5), time(2, 30), time(3), time(18)], ids=str)
def test_a_year_has_as_many_moments_as_days(zone: str, at: time) -> None:
    school = school_in(zone)
    begun = school.moment(date(2026, 12, 31), time(12))
    found = dues(job_at(daily_at(at)), school, begun, school.moment(date(2027, 12, 31), time(12)))
    late = [moment for moment in found if moment.astimezone(school.zone).time() != at]
    assert len(found) == len({school.day(moment) for moment in found}) == 365
    # Spring has one night without such a time: there it is the time by which the clocks were put on later.
    assert len(late) <= 1
    assert all(moment.astimezone(school.zone).time() > at for moment in late)


def test_an_hour_that_autumn_shows_twice_counts_the_first_time() -> None:
    berlin = school_in("Europe/Berlin")
    begun = berlin.moment(date(2026, 10, 24), time(12))
    found = dues(job_at(daily_at(time(2, 30))), berlin, begun, begun + timedelta(days=1))
    assert found == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]


def test_a_job_of_fridays_is_due_on_fridays() -> None:
    berlin = school_in("Europe/Berlin")
    begun = berlin.moment(date(2026, 9, 1), time(0))
    found = dues(job_at(weekly(4, time(15, 30))), berlin, begun, begun + timedelta(days=70))
    assert [moment.astimezone(berlin.zone).weekday() for moment in found] == [4] * 10


@given(late=st.integers(0, 72 * 60))
def test_what_is_later_than_its_grace_is_let_go(late: int) -> None:
    berlin = school_in("Europe/Berlin")
    moment = berlin.moment(date(2026, 3, 28), time(18)).astimezone(UTC)
    job = job_at(daily_at(time(18)), grace=timedelta(hours=30))
    now = moment + late * MINUTE
    assert (moment in dues(job, berlin, moment - timedelta(days=3), now)) is (late * MINUTE < job.grace)
