"""One program in several processes: each does its part, and a file belongs to one alone."""

import asyncio
from collections.abc import Callable

import pytest

from bot.run import running
from bot.settings import Misconfigured, Settings
from journal.clock import FrozenClock
from simulator import Simulator
from tests.bot.test_health import ask
from tests.support.letters import ALGEBRA, write
from tests.support.persona import Persona
from tests.support.process import StartIn
from tests.support.school import PLATFORM_IDS

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SettingsOf = Callable[..., Settings]


@on_sqlite
async def test_a_second_process_on_the_same_file_is_refused_in_one_line(
    simulator: Simulator, settings_of: SettingsOf, clock: FrozenClock
) -> None:
    settings = settings_of(simulator.base_url)
    async with running(settings, clock):
        with pytest.raises(Misconfigured, match=r"school\.sqlite is served by another process already"):
            async with running(settings, clock):
                pass
    async with running(settings, clock) as again:
        assert set(again.tasks) >= {"notifier", "scheduler", "intake"}


@on_postgresql
@pytest.mark.requirement("R-094")
async def test_what_one_process_takes_in_another_tells(simulator: Simulator, start_in: StartIn) -> None:
    """A letter written to `web` reaches the teacher by `sender`; none of the two could do it alone."""
    await asyncio.gather(start_in("web"), start_in("sender,scheduler"))
    olga, anna = (Persona(name, simulator.person(PLATFORM_IDS[name])) for name in ("olga", "anna"))
    await olga.say("/menu")
    await olga.sees(within=60)
    await write(olga, ALGEBRA, "Добрый день! Когда контрольная?")
    await anna.sees("Добрый день! Когда контрольная?", within=20)
    await anna.press("Ответить")
    await anna.sees("Напишите сообщение")


@on_postgresql
async def test_health_and_metrics_tell_only_what_the_process_is_there_for(
    simulator: Simulator, settings_of: SettingsOf, clock: FrozenClock
) -> None:
    own = {
        "sender": ("notifier", "dnevnichok_messages_total"),
        "scheduler": ("leadership", "dnevnichok_scheduler_leads"),
        "web": ("intake", "dnevnichok_updates_total"),
    }
    for role, found in own.items():
        async with running(settings_of(simulator.base_url, roles=role), clock) as bot:
            checks = {check["name"] for check in (await ask(bot.health_port))[1]["checks"]}
            _, measured = await ask(bot.health_port, "/metrics")
        assert [(check, name) for check, name in own.values() if check in checks or name in measured] == [
            found
        ]
