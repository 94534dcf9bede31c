"""Jobs run once for each of their moments, whatever restarts, stands still, jumps or is missed."""

import asyncio
from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from journal.clock import FrozenClock
from journal.model.school import School
from journal.regulation import Regulation
from notifications.house import Round
from notifications.jobs import JOBS
from notifications.jobs.job import Job, daily, every_minutes
from notifications.scheduler import Scheduler
from storage.tables.outbox import job_runs
from tests.notifications.post import Office

BERLIN = School("Школа", "Школа", ZoneInfo("Europe/Berlin"), "school", "private")


class Diary:
    """A job that notes when it ran."""

    def __init__(self) -> None:
        self.dues: list[datetime] = []
        self.fails = 0
        self.ran = asyncio.Event()

    async def run(self, _: Round, due: datetime) -> int:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("not now")
        self.dues.append(due)
        self.ran.set()
        return 1


@pytest.fixture
def diary() -> Diary:
    return Diary()


def nightly(diary: Diary) -> Job:
    return Job("nightly", daily(lambda _: time(18)), diary.run, timedelta(days=2))


async def test_a_job_runs_once_at_its_moment(office: Office, clock: FrozenClock, diary: Diary) -> None:
    scheduler = Scheduler(office, [nightly(diary)])
    for _ in range(3):
        await scheduler.tick()
    assert diary.dues == []
    clock.move(timedelta(hours=8))
    for _ in range(3):
        await scheduler.tick()
    assert [due.astimezone(office.school.zone).hour for due in diary.dues] == [18]


async def test_a_restart_runs_nothing_again_and_misses_nothing(
    office: Office, clock: FrozenClock, diary: Diary
) -> None:
    await Scheduler(office, [nightly(diary)]).tick()
    clock.move(timedelta(days=1, hours=8))
    await Scheduler(office, [nightly(diary)]).tick()
    await Scheduler(office, [nightly(diary)]).tick()
    # Both evenings were missed while nothing ran; each is made up for once.
    assert len(diary.dues) == 2


async def test_what_was_missed_long_ago_is_not_made_up_for(
    office: Office, clock: FrozenClock, diary: Diary
) -> None:
    await Scheduler(office, [nightly(diary)]).tick()
    clock.move(timedelta(days=30))
    await Scheduler(office, [nightly(diary)]).tick()
    assert len(diary.dues) == 2


async def test_two_processes_run_a_job_once(office: Office, clock: FrozenClock, diary: Diary) -> None:
    schedulers = [Scheduler(office, [nightly(diary)]) for _ in range(4)]
    await schedulers[0].tick()
    clock.move(timedelta(hours=8))
    await asyncio.gather(*(scheduler.tick() for scheduler in schedulers))
    assert len(diary.dues) == 1


async def test_a_job_that_failed_is_tried_at_the_next_tick(
    office: Office, clock: FrozenClock, diary: Diary
) -> None:
    scheduler = Scheduler(office, [nightly(diary)])
    await scheduler.tick()
    clock.move(timedelta(hours=8))
    diary.fails = 2
    for _ in range(4):
        await scheduler.tick()
    assert len(diary.dues) == 1
    async with office.store.connection() as db:
        assert len(await db.all(select(job_runs))) == 2


async def test_a_moment_that_failed_is_not_lost_behind_a_later_one(
    office: Office, clock: FrozenClock, diary: Diary
) -> None:
    scheduler = Scheduler(office, [nightly(diary)])
    await scheduler.tick()
    clock.move(timedelta(hours=32))
    diary.fails = 1
    await scheduler.tick()
    assert diary.dues == []
    await scheduler.tick()
    assert [due.day for due in diary.dues] == [14, 15]


async def test_stopping_in_the_middle_of_a_job_is_no_failure(
    office: Office, clock: FrozenClock, caplog: pytest.LogCaptureFixture
) -> None:
    begun = asyncio.Event()

    async def endless(_: Round, __: datetime) -> int:
        begun.set()
        return await asyncio.Future()

    job = Job("endless", daily(lambda _: time(18)), endless, timedelta(days=2))
    scheduler = Scheduler(office, [job])
    await scheduler.tick()
    clock.move(timedelta(hours=8))
    scheduler.start()
    await asyncio.wait_for(begun.wait(), 10)
    await asyncio.wait_for(scheduler.stop(), 10)
    assert caplog.records == []
    async with office.store.connection() as db:
        assert len(await db.all(select(job_runs))) == 1


async def test_stopping_ends_though_the_cancellation_turned_into_an_error(
    office: Office, clock: FrozenClock
) -> None:
    begun = asyncio.Event()

    async def stubborn(_: Round, __: datetime) -> int:
        begun.set()
        try:
            return await asyncio.Future()
        except asyncio.CancelledError:
            raise RuntimeError("the driver says so") from None

    scheduler = Scheduler(office, [Job("stubborn", daily(lambda _: time(18)), stubborn, timedelta(days=2))])
    await scheduler.tick()
    clock.move(timedelta(hours=8))
    scheduler.start()
    await asyncio.wait_for(begun.wait(), 10)
    await asyncio.wait_for(scheduler.stop(), 10)


async def test_stopping_waits_for_a_commit_that_is_on_its_way(
    office: Office, clock: FrozenClock, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheduler = Scheduler(office, [nightly(diary)])
    await scheduler.tick()
    clock.move(timedelta(hours=8))
    committing, whole = asyncio.Event(), AsyncConnection.commit

    async def slow(connection: AsyncConnection) -> None:
        committing.set()
        await asyncio.sleep(0.2)
        await whole(connection)

    monkeypatch.setattr(AsyncConnection, "commit", slow)
    scheduler.start()
    await asyncio.wait_for(committing.wait(), 10)
    await scheduler.stop()
    monkeypatch.undo()
    async with office.store.connection() as db:
        assert len(await db.all(select(job_runs))) == 2


async def test_a_failing_job_does_not_stop_the_others(
    office: Office, clock: FrozenClock, diary: Diary
) -> None:
    other = Diary()
    second = Job("other", daily(lambda _: time(18)), other.run, timedelta(days=1))
    scheduler = Scheduler(office, [nightly(diary), second])
    await scheduler.tick()
    clock.move(timedelta(hours=8))
    diary.fails = 1
    await scheduler.tick()
    assert len(other.dues) == 1


def _dues(job: Job, first: datetime, last: datetime, regulation: Regulation) -> list[datetime]:
    return job.due(BERLIN, regulation, first, last)


@pytest.mark.parametrize("hour", [0, 2, 3, 18])
def test_a_daily_job_runs_every_day_of_the_year_once_whatever_the_clocks_do(
    hour: int, regulation: Regulation, diary: Diary
) -> None:
    job = Job("daily", daily(lambda _: time(hour, 30)), diary.run, timedelta(days=400))
    first = datetime(2026, 1, 1, tzinfo=BERLIN.zone)
    dues = _dues(job, first, first + timedelta(days=365), regulation)
    days = [due.astimezone(BERLIN.zone).date() for due in dues]
    assert len(days) == len(set(days)) == 365
    # On the night in spring that has no such hour it is an hour later.
    assert {due.astimezone(BERLIN.zone).time() for due in dues} <= {time(hour, 30), time(hour + 1, 30)}


def test_of_many_missed_moments_the_last_counts_where_only_it_matters(
    regulation: Regulation, diary: Diary
) -> None:
    job = Job("often", every_minutes(10, 8, 20), diary.run, timedelta(hours=1), latest_only=True)
    noon = datetime(2026, 10, 14, 12, tzinfo=BERLIN.zone)
    assert _dues(job, noon - timedelta(days=1), noon, regulation) == [noon]


async def test_the_ticking_itself_runs_the_jobs(office: Office, clock: FrozenClock, diary: Diary) -> None:
    scheduler = Scheduler(office, [nightly(diary)])
    await scheduler.tick()
    clock.move(timedelta(hours=8))
    scheduler.start()
    await asyncio.wait_for(diary.ran.wait(), 10)
    await scheduler.stop()


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
def test_every_job_of_the_school_is_due_on_every_day_or_once_a_week(job: Job, regulation: Regulation) -> None:
    midnight = datetime(2026, 10, 12, tzinfo=BERLIN.zone)
    hours = [midnight + timedelta(hours=hour) for hour in range(7 * 24 + 1)]
    dues = [due for last, now in pairwise(hours) for due in job.due(BERLIN, regulation, last, now)]
    assert len(dues) == len(set(dues))
    assert len({BERLIN.day(due - timedelta(seconds=1)) for due in dues}) in (1, 7)
