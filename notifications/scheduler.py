"""The scheduler: APScheduler only ticks; what is due is reckoned on the school's clock, kept in a table."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from journal.clock import SystemClock
from notifications.house import House, round_of
from notifications.jobs import JOBS
from notifications.jobs.job import Job
from storage import jobs as runs
from storage.finishing import to_its_end

TICK_SECONDS = 5

log = structlog.get_logger(__name__)


class Scheduler:
    """Runs each job once for each of its moments, whatever restarts, jumps of the clock or missed ticks."""

    def __init__(
        self, house: House, jobs: Sequence[Job] = JOBS, *, ticked: Callable[[], None] = lambda: None
    ) -> None:
        """`ticked` is called after every tick."""
        self.house = house
        self.jobs = jobs
        self._ticked = ticked
        self._clockwork: AsyncIOScheduler | None = None
        self._working: asyncio.Task[None] | None = None
        self._bell = asyncio.Event()
        self._stopping = False
        # When each job was last done, as far as known; a tick that finds nothing due by it asks nobody.
        self._last: dict[str, datetime] = {}

    def start(self) -> "asyncio.Task[None]":
        """Begin to tick on the running loop; returns the work, which ends only by `stop`."""
        self._stopping = False
        self._working = asyncio.create_task(self._work(), name="scheduler")
        self._clockwork = AsyncIOScheduler(timezone=self.house.school.zone)
        self._clockwork.add_job(
            self._ring,
            IntervalTrigger(seconds=TICK_SECONDS, timezone=self.house.school.zone),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
            next_run_time=SystemClock().now(),
        )
        self._clockwork.start()
        return self._working

    async def stop(self) -> None:
        """Tick no more; a job in the middle is broken off and nothing of it is kept, a commit is awaited."""
        self._stopping = True
        if self._clockwork is not None:
            self._clockwork.pause()
            # A ring that was just begun is over by the next turn of the loop.
            await asyncio.sleep(0)
            self._clockwork.shutdown(wait=False)
            self._clockwork = None
        if self._working is not None:
            self._working.cancel()
            with suppress(asyncio.CancelledError):
                await self._working
            self._working = None

    async def _ring(self) -> None:
        self._bell.set()

    async def _work(self) -> None:
        """Tick at every ring, in a task of our own: APScheduler takes being stopped for a job's failure."""
        while not self._stopping:
            await self._bell.wait()
            self._bell.clear()
            try:
                await self.tick()
            except Exception:
                # A driver may answer the cancellation of its statement with an error of its own.
                log.exception("tick_failed")
            self._ticked()

    async def take_up(self) -> None:
        """From now on jobs are due that never ran; at the start, whoever will lead and when."""
        now = self.house.clock.now()
        await self._take_up(await self._never_ran(now), now)

    async def tick(self) -> int:
        """Run whatever is due; returns how many jobs ran. Without a statement while nothing is."""
        now = self.house.clock.now()
        if not any(self._may_be_due(job, now) for job in self.jobs):
            return 0
        ran = await self._take_up(await self._never_ran(now), now)
        for job in self.jobs:
            if job.name in self._last:
                ran += await self._safely(job, self._last[job.name], now)
        return ran

    def _may_be_due(self, job: Job, now: datetime) -> bool:
        """By what was read last: others can only have done more since. Unless the clock was put back."""
        last = self._last.get(job.name)
        return (
            last is None or last > now or bool(job.due(self.house.school, self.house.regulation, last, now))
        )

    async def _never_ran(self, now: datetime) -> list[str]:
        """The jobs that were never done, having read when the others last were."""
        names = [job.name for job in self.jobs]
        async with self.house.store.connection() as db:
            self._last = await runs.last_runs(db, names, now)
        return [name for name in names if name not in self._last]

    async def _take_up(self, names: Sequence[str], now: datetime) -> int:
        """Jobs that never ran are due from now on; returns how many there are."""
        if names:
            async with self.house.store.connection(writing=True, patient=True) as db:
                await runs.take_up(db, names, now)
                await to_its_end(db.connection.commit())
        return len(names)

    async def _safely(self, job: Job, last: datetime, now: datetime) -> int:
        """Everything the job is due for, in order; returns how often it ran."""
        ran = 0
        try:
            for due in job.due(self.house.school, self.house.regulation, last, now):
                ran += await self._run(job, due)
        except Exception:
            # Nothing of that moment was kept, so the next tick tries it again while the job's grace lasts;
            # the moments after it wait, or it would look as if it had been done.
            log.exception("job_failed", job=job.name)
        return ran

    async def _run(self, job: Job, due: datetime) -> bool:
        """The job and the note that it ran, in one transaction."""
        async with self.house.store.connection(writing=True, patient=True) as db:
            round_ = round_of(self.house, db)
            if not await runs.begin(db, job.name, due, round_.now):
                return False
            did = await job.run(round_, due)
            await to_its_end(db.connection.commit())
        if did:
            log.info("job_done", job=job.name, did=did)
            self.house.store.on_events()
        return True
