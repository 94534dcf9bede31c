"""P9: from start to the first answered update, and the memory of an idle bot with the demo's school."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil

from bench.table import Figure, show
from bot.demo.seed import Phone
from bot.demo.snapshot import fresh_school
from simulator import Person, Simulator

RUNS = 3
TOKEN = "5000000005:bench"
FOLDER = Path("var/bench")
PATIENCE = 60.0


async def measure() -> None:
    """Start the production command RUNS times against a local Telegram where somebody has just written."""
    starts, memories = [], []
    for _ in range(RUNS):
        database, phones = await fresh_school(FOLDER)
        seconds, megabytes = await _one_start(database, phones)
        starts.append(seconds)
        memories.append(megabytes)
    plain = tuple(_time_of("import aiogram") for _ in range(RUNS))
    client = tuple(_time_of("from bot.client import load_client; load_client()") for _ in range(RUNS))
    journal = tuple(_time_of("import journal.gate, journal.regulation") for _ in range(RUNS))
    show(
        "P9: start",
        [
            Figure("start to first answered update", "s", tuple(starts), "reach ≤ 6"),
            Figure("of it: aiogram, its models unbuilt", "s", client, "reach ≤ 4"),
            Figure("plain import of aiogram, for comparison", "s", plain),
            Figure("import of the journal alone", "s", journal),
            Figure("resident memory, idle", "MB", tuple(memories), "reach ≤ 260"),
        ],
    )


async def _one_start(database: Path, phones: list[Phone]) -> tuple[float, float]:
    hero = next(phone for phone in phones if phone.hero == "olga")
    olga = Person(hero.platform_id, hero.name.first, hero.name.last)
    async with Simulator(TOKEN, [olga]) as simulator:
        await olga.say("/menu")
        began = time.monotonic()
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=_environment(simulator.base_url, database)
        )
        try:
            await olga.sees("Аня", PATIENCE)
            seconds = time.monotonic() - began
            await asyncio.sleep(3)
            return seconds, psutil.Process(bot.pid).memory_info().rss / 1e6
        finally:
            if bot.returncode is None:
                bot.terminate()
            await bot.wait()


def _environment(api_url: str, database: Path) -> dict[str, str]:
    return {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "SECRET": "a bench keeps no secrets",
        "API_URL": api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "METRICS_PORT": "0",
        "LOG_LEVEL": "error",
    }


def _time_of(imports: str) -> float:
    code = f"import time; t = time.perf_counter(); {imports}; print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)
