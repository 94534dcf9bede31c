"""Which job ran for which moment: each once, whatever restarts or is missed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from storage.db import Db
from storage.tables.outbox import job_runs

BASELINE = "baseline"


async def last_runs(db: Db, jobs: Sequence[str], now: datetime) -> dict[str, datetime]:
    """The latest moment up to `now` each job was done for.

    What a clock that ran ahead did for days to come does not count: else nothing would be due until then. One
    look into the index for each job, however many runs are kept.
    """
    asked = [
        select(func.max(job_runs.c.due_at))
        .where(job_runs.c.job == job, job_runs.c.due_at <= now)
        .scalar_subquery()
        .label(f"job_{number}")
        for number, job in enumerate(jobs)
    ]
    row = await db.first(select(*asked)) if asked else None
    return {job: at for job, at in zip(jobs, row or (), strict=False) if at is not None}


async def take_up(db: Db, jobs: Sequence[str], now: datetime) -> None:
    """Note for jobs that never ran that they are due only from now on."""
    note = {"due_at": now, "started_at": now, "finished_at": now, "result": BASELINE}
    await db.insert_new(job_runs, [{"job": job, **note} for job in jobs])


async def begin(db: Db, job: str, due_at: datetime, now: datetime) -> bool:
    """Note that the job runs for that moment; False where it did already, or another process does it now.

    The caller's transaction makes both the note and the job's effect true, or neither.
    """
    statement = db.insert_statement(job_runs).on_conflict_do_nothing()
    run = statement.values(job=job, due_at=due_at, started_at=now, finished_at=now)
    return await db.run(run) == 1
