"""P4 by the allowance alone: several processes that do nothing but send and heed their answers."""

import asyncio
import sys
from dataclasses import dataclass

from bench import botapi


@dataclass(frozen=True, slots=True)
class Bare:
    """What the processes sent together, by the messenger's journal."""

    share: float
    refused: int


async def bare(database_url: str, senders: int, rate: int, seconds: float) -> Bare:
    """So many processes send as much as they may for so long, once all of them are under way."""
    async with botapi.started(latency=0.040, jitter=0.015) as api:
        words = ("-m", "bench.processes.bare", database_url, api.url, str(rate), str(seconds))
        started = [await asyncio.create_subprocess_exec(sys.executable, *words) for _ in range(senders)]
        ended = await asyncio.gather(*(process.wait() for process in started))
        calls = await api.journal()
    if any(ended):
        raise RuntimeError("a sender failed")
    done = [call.at for call in calls if call.done]
    # Of the middle: when the first began and the last ended some were alone.
    inner = [at for at in done if done[0] + 1 < at < done[0] + seconds]
    return Bare(
        share=100 * (len(inner) - 1) / (inner[-1] - inner[0]) / rate,
        refused=sum(call.status == 429 for call in calls),
    )
