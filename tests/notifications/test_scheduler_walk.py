"""Restarts, missed ticks, a clock put back, failures, two processes: each moment once, none early or lost."""

import asyncio
import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.clock import FrozenClock
from journal.model.school import School
from notifications.house import Round
from notifications.jobs import JOBS
from notifications.jobs.job import Job, Times, daily_at, every_minutes, weekly
from notifications.scheduler import Scheduler
from tests.notifications.post import Office
from tests.support.statements import heard

BERLIN = School("Школа", "Школа", ZoneInfo("Europe/Berlin"), "school", "private")
BEFORE_SPRING, BEFORE_AUTUMN, BEFORE_NEW_YEAR = date(2026, 3, 26), date(2026, 10, 22), date(2026, 12, 29)
STEPS = 45


class Witness:
    """A job that notes for which moments it ran, in which transactions were kept, and fails now and then."""

    def __init__(self, name: str, times: Times, grace: timedelta, chance: random.Random) -> None:
        self.job = Job(name, times, self.run, grace)
        self.chance = chance
        self.ran: list[tuple[datetime, datetime]] = []
        self.failed = False
        self.latest = datetime.min.replace(tzinfo=UTC)

    async def run(self, round_: Round, due: datetime) -> int:
        await asyncio.sleep(0)
        if self.chance.random() < 0.15:
            self.failed = True
            raise RuntimeError("not now")
        self.ran.append((due, round_.now))
        return 0


def _witnesses(chance: random.Random) -> list[Witness]:
    return [
        Witness("night", daily_at(time(2, 30)), timedelta(days=2), chance),
        Witness("evening", daily_at(time(18)), timedelta(hours=30), chance),
        Witness("friday", weekly(4, time(15, 30)), timedelta(days=3), chance),
        Witness("often", every_minutes(30, 0, 23), timedelta(hours=2), chance),
    ]


@pytest.mark.parametrize("first", [BEFORE_SPRING, BEFORE_AUTUMN, BEFORE_NEW_YEAR], ids=str)
async def test_whatever_happens_each_moment_within_its_grace_is_kept_once(
    first: date, office: Office, clock: FrozenClock
) -> None:
    office.school = BERLIN
    chance = random.Random(first.toordinal())
    witnesses = _witnesses(chance)
    clock.move(begun := BERLIN.moment(first, time(12)).astimezone(UTC))

    def started() -> Scheduler:
        return Scheduler(office, [one.job for one in witnesses])

    running = [started(), started()]
    await running[0].tick()
    for _ in range(STEPS):
        clock.move(timedelta(minutes=chance.choice([-90, 0, 1, 7, 30, 240, 600, 1500, 4000])))
        if chance.random() < 0.3:
            running[chance.randrange(2)] = started()
        for one in witnesses:
            one.failed = False
        if chance.random() < 0.5:
            await asyncio.gather(*(scheduler.tick() for scheduler in running))
        else:
            await running[chance.randrange(2)].tick()
        for one in witnesses:
            _hold(one, office, begun, clock.now())


def _hold(one: Witness, office: Office, begun: datetime, now: datetime) -> None:
    kept = Counter(due for due, _ in one.ran)
    assert set(kept.values()) <= {1}, one.job.name
    assert all(due <= at < due + one.job.grace for due, at in one.ran), one.job.name
    # What the clock had passed over by more than the grace stays lost when it is put back.
    one.latest = max(one.latest, now)
    owed = one.job.due(office.school, office.regulation, max(begun, one.latest - one.job.grace), now)
    assert one.failed or set(owed) <= kept.keys(), one.job.name


async def test_a_clock_that_ran_a_year_ahead_and_was_put_right_leaves_the_jobs_at_work(
    office: Office, clock: FrozenClock
) -> None:
    witness = Witness("evening", daily_at(time(18)), timedelta(hours=30), random.Random(1))
    witness.chance.random = lambda: 1.0  # type: ignore[method-assign]
    scheduler = Scheduler(office, [witness.job])
    right = clock.now()
    await scheduler.tick()
    clock.move(timedelta(days=365))
    await scheduler.tick()
    clock.move(right)
    await scheduler.tick()
    clock.move(timedelta(days=1))
    await scheduler.tick()
    assert [due.date() for due, _ in witness.ran][1:] == [right.date()]


async def test_a_tick_with_nothing_due_asks_the_database_nothing(
    office: Office, engine: AsyncEngine, clock: FrozenClock
) -> None:
    scheduler = Scheduler(office, JOBS)
    for _ in range(3):
        await scheduler.tick()
    with heard(engine) as statements:
        clock.move(timedelta(seconds=20))
        await scheduler.tick()
    assert statements == []
    with heard(engine) as statements:
        clock.move(timedelta(minutes=5))
        await scheduler.tick()
    assert sum("max(job_runs.due_at)" in said for said in statements) == 1
