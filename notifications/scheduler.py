"""The scheduler: APScheduler only ticks; what is due is reckoned on the school's clock, kept in a table."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from journal.clock import SystemClock
from notifications.house import House, round_of
from notifications.jobs import JOBS
from notifications.jobs.job import Job
from storage import jobs as runs

TICK_SECONDS = 5

log = structlog.get_logger(__name__)


class Scheduler:
    """Runs each job once for each of its moments, whatever restarts, jumps of the clock or missed ticks."""

    def __init__(self, house: House, jobs: Sequence[Job] = JOBS) -> None:
        self.house = house
        self.jobs = jobs
        self._ticking: AsyncIOScheduler | None = None
        self._running = asyncio.Lock()

    def start(self) -> None:
        """Begin to tick on the running loop."""
        self._ticking = AsyncIOScheduler(timezone=self.house.school.zone)
        self._ticking.add_job(
            self._tick_alone,
            IntervalTrigger(seconds=TICK_SECONDS, timezone=self.house.school.zone),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
            next_run_time=SystemClock().now(),
        )
        self._ticking.start()

    async def stop(self) -> None:
        """Tick no more; a job in the middle is broken off, and nothing of it is kept."""
        if self._ticking is not None:
            self._ticking.shutdown(wait=False)
            self._ticking = None
        async with self._running:
            return

    async def _tick_alone(self) -> None:
        async with self._running:
            await self.tick()

    async def tick(self) -> int:
        """Run whatever is due; returns how many jobs ran."""
        now = self.house.clock.now()
        async with self.house.store.connection() as db:
            last = await runs.last_runs(db, [job.name for job in self.jobs])
        ran = 0
        for job in self.jobs:
            if job.name not in last:
                await self._run(job, now, runs.BASELINE)
                continue
            for due in job.due(self.house.school, self.house.regulation, last[job.name], now):
                ran += await self._safely(job, due)
        return ran

    async def _safely(self, job: Job, due: datetime) -> bool:
        try:
            return await self._run(job, due)
        except Exception:
            # Nothing of it was kept, so the next tick tries again while the job's grace lasts.
            log.exception("job_failed", job=job.name)
            return False

    async def _run(self, job: Job, due: datetime, only_note: str | None = None) -> bool:
        """The job and the note that it ran, in one transaction."""
        async with self.house.store.connection(writing=True) as db:
            round_ = round_of(self.house, db)
            if not await runs.begin(db, job.name, due, round_.now, only_note):
                return False
            did = 0 if only_note else await job.run(round_, due)
            await asyncio.shield(db.connection.commit())
        if did:
            log.info("job_done", job=job.name, did=did)
            self.house.store.on_events()
        return True
