"""A part of the bot that ends: the bot does not go on without it, and that never looks like being stopped."""

import asyncio
import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

from bot import run
from bot.intake import polling
from bot.intake.intake import Intake
from bot.intake.lanes import Lanes
from bot.run import Ended, serve
from bot.settings import Settings
from journal.clock import FrozenClock
from simulator import Simulator
from storage import presence
from tests.bot.conftest import RunsWith

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
SettingsOf = Callable[..., Settings]


class UnforeseenError(Exception):
    """No error that anybody has listed."""


async def fails(*_: Any) -> None:
    raise UnforeseenError


async def cancels(*_: Any) -> None:
    raise asyncio.CancelledError


async def returns(*_: Any) -> None:
    pass


async def test_the_bot_does_not_go_on_without_taking_up_what_was_left(
    runs_with: RunsWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lanes, "resuming", 0.01)
    async with runs_with() as bot:
        monkeypatch.setattr(Intake, "resume", fails)
        with pytest.raises(UnforeseenError):
            await asyncio.wait_for(bot.ended(), 20)


@on_postgresql
async def test_the_bot_does_not_go_on_where_others_cannot_see_that_it_is_alive(
    runs_with: RunsWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "present", fails)
    async with runs_with() as bot:
        with pytest.raises(UnforeseenError):
            await asyncio.wait_for(bot.ended(), 20)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("end", [returns, cancels])
async def test_a_part_that_ends_without_a_word_is_a_fault_and_no_stop(
    simulator: Simulator,
    settings_of: SettingsOf,
    clock: FrozenClock,
    end: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run, "spare_collector", lambda: None)
    monkeypatch.setattr(polling, "poll", end)
    with pytest.raises(Ended, match="intake"):
        await asyncio.wait_for(serve(settings_of(simulator.base_url), clock), 20)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_being_asked_to_stop_is_no_fault(
    simulator: Simulator, settings_of: SettingsOf, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "spare_collector", lambda: os.kill(os.getpid(), signal.SIGTERM))
    await asyncio.wait_for(serve(settings_of(simulator.base_url), clock), 20)
