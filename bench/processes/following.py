"""How soon another scheduler leads when the leading one is killed."""

import asyncio
import time

from sqlalchemy import text

from bench import botapi
from bench.processes.stage import Stage, processes, until_at_work
from storage.locks import LEADERSHIP

LEADER = text("""SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objid = :key""")


async def take_over(stage: Stage, kills: int) -> list[float]:
    """Seconds from each `kill -9` of the leader to the next one leading, as the server sees it."""
    gaps = []
    async with botapi.started() as api, processes(stage, api.url, "scheduler", "scheduler") as both:
        for _ in range(kills):
            leader = await _leader(stage, None)
            life = next(one for one in both if one.bot.pid == leader)
            killed = time.monotonic()
            await life.bot.kill()
            await _leader(stage, leader)
            gaps.append(time.monotonic() - killed)
            life.bot.start()
            await until_at_work(life)
    return gaps


async def _leader(stage: Stage, but: int | None) -> int:
    """The process that leads, another one than `but`."""
    async with asyncio.timeout(30), stage.store.engine.connect() as connection:
        while True:
            name = await connection.scalar(LEADER, {"key": LEADERSHIP})
            await connection.rollback()
            if name is not None and (found := int(name.split()[-1])) != but:
                return found
            await asyncio.sleep(0.01)
