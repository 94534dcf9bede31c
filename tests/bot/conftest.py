"""A bot with a router of the test's own, to meet failures that no area has; and bots as processes."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router

from bot.dispatcher import build
from bot.run import Running, running
from bot.settings import Settings
from journal.clock import FrozenClock
from simulator import Simulator
from tests.support.scenario import SECRET, TOKEN

ROOT = Path(__file__).parents[2]
RunsWith = Callable[..., AbstractAsyncContextManager[Running]]
Start = Callable[..., Coroutine[Any, Any, Process]]


@pytest.fixture
def runs_with(simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock) -> RunsWith:
    """Runs the bot with these routers instead of the areas', perhaps with other settings."""

    def make(*routers: Router, **settings: object) -> AbstractAsyncContextManager[Running]:
        given = settings_of(simulator.base_url, **settings)
        return running(given, clock, build(*routers) if routers else None)

    return make


@pytest.fixture
async def start(simulator: Simulator, database_url: str, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts `python -m bot run` on the test's school; whatever still runs at the end is killed."""
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

    async def make(**more: str) -> Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=tmp_path, env={**env, **more}, stdout=PIPE, stderr=PIPE
        )
        started.append(process)
        return process

    yield make
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()
