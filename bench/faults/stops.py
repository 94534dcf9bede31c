"""Asked to stop (SIGTERM) again and again under load: nothing lost, nothing doubled, and soon.

The bot gets `STOP_PATIENCE` for what is being handled, and for what is on its way to families.
"""

import asyncio
import random
import time
from dataclasses import asdict

from bench.faults import kills
from bench.faults.tally import tally
from bench.faults.town import Town, town, until

LONGEST = 2.0
PATIENCE = 10.0
# Beside its patience: closing connections, on a busy machine.
CLOSING = 5.0
SAID = {
    **{name: said for name, said in kills.SAID.items() if name not in ("kills", "unexplained", "doubled")},
    "stops": "asked to stop",
    "slowest": "the slowest of them took, ms",
    "doubled": "! messages doubled",
    "unclean": "! ended otherwise than by itself, with 0",
    "late": "! took longer than its patience",
}


async def measure(engine_url: str, stops: int, seed: int, title: str) -> dict[str, int]:
    async with town(engine_url, seed) as made:
        counts = await run(made, stops, seed)
    tally(f"Stops {title}: SIGTERM under load", SAID, counts)
    return counts


async def run(made: Town, stops: int, seed: int) -> dict[str, int]:
    """Everybody at work through so many stops and starts, then one life to bring everything to its end."""
    dice, codes, took = random.Random(seed), [], []
    made.bot.more = {"stop_patience": PATIENCE}
    working = [asyncio.create_task(one.work()) for one in (*made.teachers, *made.guardians)]
    for _ in range(stops):
        await made.served()
        await asyncio.sleep(dice.uniform(0.2, LONGEST))
        began = time.monotonic()
        codes.append(await made.bot.ask_to_stop())
        took.append(time.monotonic() - began)
    await made.served()
    await until(lambda: all(one.saves and one.sent for one in made.teachers), 120)
    made.over.set()
    await asyncio.gather(*working)
    toll = await kills.come_to_an_end(made, [])
    return {
        **asdict(toll),
        "stops": stops,
        "slowest": int(1000 * max(took)),
        "unclean": sum(code != 0 for code in codes),
        "late": sum(seconds > PATIENCE + CLOSING for seconds in took),
    }
