"""The role `scheduler`: what is due by the clock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.house import House
from bot.roles.part import Part
from notifications.scheduler import Scheduler


@asynccontextmanager
async def ticking(house: House) -> AsyncIterator[Part]:
    """At work; leaving it breaks off a job in the middle, of which nothing is kept."""
    scheduler = Scheduler(house)
    task = scheduler.start()
    try:
        yield Part({"scheduler": task})
    finally:
        await scheduler.stop()
