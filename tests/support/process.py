"""The bot in some of its roles, as a process of its own on a day of the little school."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simulator import Simulator
from tests.support.scenario import TOKEN
from tests.support.school import NOW, SECRET

ROOT = Path(__file__).parents[2]
LATER = "DNEVNICHOK_TEST_CLOCK"
Start = Callable[..., Coroutine[Any, Any, Process]]


class ShiftedClock:
    """The machine's clock, so many seconds later: the same in every process."""

    def __init__(self, seconds: float) -> None:
        self._later = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._later


@pytest.fixture
def school_day() -> ShiftedClock:
    """A clock that goes, from the usual moment of the little school on."""
    return ShiftedClock((NOW - datetime.now(UTC)).total_seconds())


@asynccontextmanager
async def processes(simulator: Simulator, database_url: str, folder: Path) -> AsyncIterator[Start]:
    """Starts `python -m …` of ours on the test's school; whatever still runs at the end is killed."""
    started: list[Process] = []
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": TOKEN,
        "SECRET": SECRET.decode(),
        "DATABASE_URL": database_url,
        "API_URL": simulator.base_url,
        "METRICS_PORT": "0",
    }

    async def start(*words: str, kept: bool = True, **more: str) -> Process:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *words),
            cwd=folder,
            env={**env, **more},
            # What is not kept of its errors is shown with the test's.
            stdout=PIPE if kept else DEVNULL,
            stderr=PIPE if kept else None,
        )
        started.append(process)
        return process

    try:
        yield start
    finally:
        for process in started:
            if process.returncode is None:
                process.kill()
            await process.communicate()


@pytest.fixture
async def start_in(
    simulator: Simulator, database_url: str, school_day: ShiftedClock, tmp_path: Path
) -> AsyncIterator[Start]:
    """Starts the bot in some roles on the test's school, by the school's day."""
    later = str((school_day.now() - datetime.now(UTC)).total_seconds())

    async with processes(simulator, database_url, tmp_path) as start:

        async def make(roles: str, **more: str) -> Process:
            told = {"LOG_LEVEL": "error", LATER: later, "ROLES": roles, **more}
            return await start("tests.support.process", kept=False, **told)

        yield make


def _serve() -> None:
    from bot.client import load_client

    load_client()
    from bot import settings
    from bot.run import serve

    asyncio.run(serve(settings.load(_env_file=None), ShiftedClock(float(os.environ[LATER]))))


if __name__ == "__main__":
    _serve()
