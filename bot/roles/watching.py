"""The watch, in every process: it shows which roles are at work here, and notes outages (R-138)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot import metrics
from bot.health import Check, by_database
from bot.house import House
from bot.roles.part import Part, started
from notifications.watch.watch import Watch
from storage.db import Db
from storage.delivery import DeliveryQueries


@asynccontextmanager
async def watching(house: House) -> AsyncIterator[Part]:
    """At work; leaving it lets a look in the middle end."""
    watch = Watch(house, sorted(house.settings.duties), lambda: house.pulse.failing)
    # Whoever is answered finds noted how long nobody was.
    await watch.look()
    task = started(watch.run(), "watch")
    try:
        yield Part({"watch": task}, [partial(outages, house), partial(queue, house)], metrics.OF_WATCH)
    finally:
        watch.stop()
        await task


async def outages(house: House) -> Check:
    """Whether everything goes on; each outage with the moment since which it does not."""

    async def look(db: Db) -> Check:
        found = await DeliveryQueries(db).outages()
        told = ", ".join(f"{one.kind} since {one.began_at.isoformat(timespec='seconds')}" for one in found)
        return Check("outages", not found, told)

    return await by_database(house, "outages", look)


async def queue(house: House) -> Check:
    """What waits, lane by lane: a fact, not a fault."""
    now = house.clock.now()

    async def look(db: Db) -> Check:
        lanes = await DeliveryQueries(db).lanes(now)
        for lane in lanes:
            age = 0.0 if lane.since is None else max(0.0, (now - lane.since).total_seconds())
            metrics.waiting.labels(lane.lane.name.lower()).set(lane.due)
            metrics.oldest.labels(lane.lane.name.lower()).set(age)
        return Check("queue", True, ", ".join(f"{lane.lane.name.lower()}: {lane.due}" for lane in lanes))

    return await by_database(house, "queue", look)
