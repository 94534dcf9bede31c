"""Q8: the disk is full, the database locked or gone, the clock jumps; while people go on with their work.

The disk: no file of the bot may grow (RLIMIT_FSIZE, from outside), as when it is full. The lock: another
program writes in the SQLite file and does not end. The server: PostgreSQL stopped at once and started again.
The clock: the school's jumps, an hour ahead or half a minute back.
"""

import asyncio
import resource
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict

from sqlalchemy.engine import make_url

from bench.faults import kills
from bench.faults.tally import tally
from bench.faults.town import Town, town, until
from tests.support.engines import standing_server

Outage = Callable[[Town], AbstractAsyncContextManager[None]]
SAID = {
    **{name: said for name, said in kills.SAID.items() if name not in ("kills", "unexplained", "doubled")},
    "doubled": "! messages doubled",
    "served": "the first thing done after it was over, in seconds",
}
AN_HOUR, A_BIT = 3600.0, -30.0


@asynccontextmanager
async def disk_full(made: Town) -> AsyncIterator[None]:
    """Nothing can be written any more: files may be no longer than a page."""
    _, hard = resource.prlimit(made.bot.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(made.bot.pid, resource.RLIMIT_FSIZE, (4096, hard))
    yield
    resource.prlimit(made.bot.pid, resource.RLIMIT_FSIZE, (hard, hard))


@asynccontextmanager
async def locked(made: Town) -> AsyncIterator[None]:
    """Another program writes and does not come to an end."""
    file = make_url(made.url).database
    other = sqlite3.connect(str(file), timeout=30, isolation_level=None, check_same_thread=False)
    await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@asynccontextmanager
async def server_gone(_: Town) -> AsyncIterator[None]:
    """PostgreSQL is stopped at once, without a word of parting, and started again."""
    server = standing_server()
    await asyncio.to_thread(server.stop)
    yield
    await asyncio.to_thread(server.start)


def clock_jumps(seconds: float) -> Outage:
    """The school's clock is put on, or back, once and for all."""

    @asynccontextmanager
    async def jump(made: Town) -> AsyncIterator[None]:
        made.bot.shift.value += seconds
        yield

    return jump


OUTAGES: dict[str, dict[str, Outage]] = {
    "sqlite": {
        "disk full": disk_full,
        "locked": locked,
        "clock an hour ahead": clock_jumps(AN_HOUR),
        "clock half a minute back": clock_jumps(A_BIT),
    },
    "postgresql": {
        "server gone": server_gone,
        "clock an hour ahead": clock_jumps(AN_HOUR),
        "clock half a minute back": clock_jumps(A_BIT),
    },
}


async def measure(engine: str, url: str, name: str, seconds: float, seed: int) -> dict[str, int]:
    """One outage so long, its table, and what people read meanwhile."""
    async with town(url, seed) as made:
        counts, read = await run(made, OUTAGES[engine][name], seconds)
    tally(f"Outage {engine} {name}: for {seconds:.0f} s under load", SAID, counts)
    for words, times in read.most_common(4):
        print(f"    read meanwhile, {times} ×: {words}")
    return counts


async def run(made: Town, outage: Outage, seconds: float) -> tuple[dict[str, int], Counter[str]]:
    """Everybody at work before, during and after."""
    await made.served()
    working = [asyncio.create_task(one.work()) for one in (*made.teachers, *made.guardians)]
    await until(lambda: any(one.saves for one in made.teachers), 60)
    async with outage(made):
        before = len(made.simulator.journal)
        await asyncio.sleep(seconds)
        read = Counter(
            str(call.params.get("text") or "")[:90]
            for call in made.simulator.journal[before:]
            if call.method in ("sendMessage", "answerCallbackQuery") and call.params.get("text")
        )
    over, done = time.monotonic(), _done(made)
    await until(lambda: _done(made) > done, 90)
    served = time.monotonic() - over
    alive = made.bot.alive
    made.over.set()
    await asyncio.gather(*working)
    toll = await kills.come_to_an_end(made, [])
    assert alive, "the bot gave up"
    return {**asdict(toll), "served": round(served)}, read


def _done(made: Town) -> int:
    """How much people have got done."""
    return sum(sum(one.taps.values()) + len(one.sent) for one in made.teachers)
