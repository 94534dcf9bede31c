"""The bot was away: once it is back, whoever keeps it running hears how long, and sees how it is doing."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot.run import running
from bot.settings import Settings
from journal.clock import FrozenClock, SystemClock
from simulator import Simulator
from storage.tables.watch import outages, watch
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona
from tests.support.school import PLATFORM_IDS


async def _twelve_minutes_ago(store: SqlStore) -> None:
    """The last sign of life is that old."""
    async with store.connection(writing=True) as db:
        for row in await db.all(watch.select()):
            then = row.machine_at - timedelta(minutes=12)
            await db.run(watch.update().where(watch.c.name == row.name).values(machine_at=then))
        await db.connection.commit()


@pytest.mark.requirement("R-138")
async def test_after_an_outage_the_administrator_hears_how_long_and_sees_it_on_the_screen(
    store: SqlStore, simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> None:
    admin, olga = (Persona(name, simulator.person(PLATFORM_IDS[name])) for name in ("admin", "olga"))
    async with running(settings_of(simulator.base_url), clock):
        await admin.say("/state")
        await admin.sees("Работает без перерыва с 14.10, 10:05.")
    clock.move(timedelta(minutes=12))
    await _twelve_minutes_ago(store)
    async with running(settings_of(simulator.base_url), clock):
        await admin.say("/state")
        seen = await admin.sees("Последний перебой: 14.10. Бот не отвечал 12 минут (10:0")
        assert "Работает без перерыва с 14.10, 10:17." in seen.text
        await admin.sees_nothing("Ни одно сообщение")
        clock.move(timedelta(minutes=1))
        told = await admin.sees("Ни одно сообщение не опоздало.", within=10)
        assert told.text.startswith("Бот не отвечал 12 минут (10:0")
        await olga.say("/state")
        await olga.sees_nothing("Бот не отвечал")


async def test_health_names_an_outage_and_the_queue_while_the_bot_stays_ready(
    store: SqlStore, simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> None:
    async with running(settings_of(simulator.base_url), clock) as bot, ClientSession() as http:
        async with store.connection(writing=True) as db:
            soon = SystemClock().now() + timedelta(minutes=1)
            await db.insert(outages, kind="backlog", began_at=clock.now(), seen_at=soon)
            await db.connection.commit()
        where = f"http://127.0.0.1:{bot.health_port}"
        async with http.get(f"{where}/health") as health, http.get(f"{where}/ready") as ready:
            found = {check["name"]: check for check in (await health.json())["checks"]}
            assert (health.status, ready.status) == (503, 200)
        assert found["outages"]["told"] == "backlog since 2026-10-14T07:05:00+00:00"
        assert found["queue"]["told"] == "urgent: 0, normal: 0, bulk: 0"
