"""A bot with a router of the test's own, to meet failures that no area has; and bots as processes."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest
from aiogram import Router

from bot.dispatcher import build
from bot.run import Running, running
from bot.settings import Settings
from journal.clock import FrozenClock
from simulator import Simulator
from tests.support.process import Start, processes

RunsWith = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture
def runs_with(simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock) -> RunsWith:
    """Runs the bot with these routers instead of the areas', perhaps with other settings."""

    def make(*routers: Router, **settings: object) -> AbstractAsyncContextManager[Running]:
        given = settings_of(simulator.base_url, **settings)
        return running(given, clock, build(*routers) if routers else None)

    return make


@pytest.fixture
async def start(simulator: Simulator, database_url: str, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts `python -m bot run` on the test's school."""
    async with processes(simulator, database_url, tmp_path) as begin:
        yield partial(begin, "bot", "run")
