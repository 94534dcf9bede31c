"""One run of the whole product against the local messenger, and what the messenger's journal says of it."""

import asyncio
import os
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench import botapi
from bench.botapi import Call, Handle
from bench.delivery.bag import Bag

TOKEN = "5000000005:bench"
LATENCY = {"latency": 0.040, "jitter": 0.015}
# Families' chats; the staff's counters are not what is measured.
FAMILY = 1_000_000
LOOK = 0.1


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one run delivered, by the messenger's journal."""

    share: float
    refused: int
    lost: int
    doubled: int
    cpu: float


@asynccontextmanager
async def product(api: Handle, bag: Bag, *words: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot on the bag's file; ended gracefully on leaving."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.delivery.product", *words),
        env=os.environ | _environment(api.url, bag.database),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def deliver(bag: Bag, limit: float, each: int = 1) -> Delivered:
    """Send the whole bag at that limit."""
    async with botapi.started(**LATENCY) as api, product(api, bag) as bot:
        await taken(api, len(bag.chats) * each, len(bag.chats) * each / limit * 2 + 30)
        cpu = _cpu(bot.pid)
        return _judged(await api.journal(), bag, limit, each, cpu)


async def taken(api: Handle, count: int, patience: float) -> None:
    """Wait until the messenger took so many messages, and a moment for what may come twice."""
    ends = time.monotonic() + patience
    while await api.tally() < count and time.monotonic() < ends:  # noqa: ASYNC110 - another process counts
        await asyncio.sleep(LOOK)
    await asyncio.sleep(0.5)


def sends(calls: Sequence[Call]) -> list[Call]:
    """The messages that the messenger took."""
    return [call for call in calls if call.done and call.method.startswith("send")]


def share(calls: Sequence[Call], limit: float) -> float:
    """The part of the limit that was used from the first message to the last, in percent."""
    took = calls[-1].at - calls[0].at
    return 100 * (len(calls) - 1) / took / limit


def _judged(calls: Sequence[Call], bag: Bag, limit: float, each: int, cpu: float) -> Delivered:
    sent = sends(calls)
    per_chat = Counter(call.chat for call in sent if call.chat >= FAMILY)
    return Delivered(
        share=share(sent, limit),
        refused=sum(call.status == 429 for call in calls),
        lost=sum(max(0, each - per_chat[chat]) for chat in bag.chats),
        doubled=sum(max(0, per_chat[chat] - each) for chat in bag.chats),
        cpu=cpu * 1000 / len(sent),
    )


def _cpu(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def _environment(api_url: str, database: Path) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "SECRET": "a bench keeps no secrets",
        "API_URL": api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "METRICS_PORT": "0",
        "LOG_LEVEL": "warning",
    }
