"""How the bot is, told on loopback."""

import asyncio
import socket
from functools import partial
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from bot import health
from bot.cli import app
from bot.database import current_database
from bot.health import Check, Doctor
from bot.run import running
from bot.settings import Misconfigured
from journal.clock import SystemClock
from simulator import Simulator
from storage.db import Db
from storage.tables.outbox import events
from tests.bot.conftest import RunsWith
from tests.bot.test_intake import settled
from tests.support.persona import Persona


async def ask(port: int, path: str = "/health") -> tuple[int, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await (answer.json() if path != "/metrics" else answer.text())


async def test_a_bot_at_work_is_well_and_counts_what_it_does(
    simulator: Simulator, runs_with: RunsWith
) -> None:
    olga = Persona("olga", simulator.person(1301))
    async with runs_with() as bot:
        await olga.say("абракадабра")
        await olga.sees()
        await settled(bot.house.store, done=1)
        status, told = await ask(bot.health_port)
        assert status == 200
        assert {check["name"] for check in told["checks"]} >= {"database", "messenger", "intake", "notifier"}
        assert all(check["ok"] for check in told["checks"])
        assert (await ask(bot.health_port, "/ready"))[0] == 200
        _, measured = await ask(bot.health_port, "/metrics")
        assert 'dnevnichok_updates_total{outcome="done"}' in measured


async def test_a_bot_that_never_heard_of_the_messenger_is_ready_but_not_well(
    simulator: Simulator, runs_with: RunsWith
) -> None:
    simulator.faults.add(method="getUpdates", share=1.0, kind="500")
    async with runs_with() as bot:
        status, told = await ask(bot.health_port)
        assert status == 503
        assert [check["name"] for check in told["checks"] if not check["ok"]] == ["messenger"]
        assert (await ask(bot.health_port, "/ready"))[0] == 200


async def test_checks_are_made_side_by_side_and_told_in_order(runs_with: RunsWith) -> None:
    together, order = asyncio.Barrier(2), []

    async def check(name: str, late: float) -> Check:
        async with asyncio.timeout(10):
            await together.wait()
        await asyncio.sleep(late)
        order.append(name)
        return Check(name, ok=True)

    async with runs_with() as bot:
        doctor = Doctor(bot.house, bot.tasks, [partial(check, "first", 0.1), partial(check, "second", 0)], [])
        found = [check.name for check in await doctor.examine()]
    assert order == ["second", "first"]
    assert found == ["database", "first", "second", *bot.tasks]


async def test_a_connection_that_is_slow_to_part_keeps_nobody_waiting_who_asks(
    runs_with: RunsWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    may_part, parted = asyncio.Event(), asyncio.Event()

    async def look(_: Db) -> Check:
        try:
            await asyncio.Event().wait()
            return Check("slow", ok=True)
        except asyncio.CancelledError:
            await may_part.wait()
            raise
        finally:
            parted.set()

    async with runs_with() as bot:
        found = await asyncio.wait_for(health.by_database(bot.house, "slow", look), 5)
        assert (found, parted.is_set()) == (Check("slow", ok=False, told="TimeoutError"), False)
        may_part.set()
        await asyncio.wait_for(parted.wait(), 5)


async def test_a_taken_port_is_told_in_one_line(runs_with: RunsWith) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(Misconfigured, match="METRICS_PORT: cannot listen"):
            async with runs_with(metrics_port=other.getsockname()[1]):
                pass


async def test_a_database_without_a_school_is_told_in_one_line(
    simulator: Simulator, empty_database_url: str, settings_for: Any
) -> None:
    settings = settings_for(empty_database_url, simulator.base_url)
    with pytest.raises(Misconfigured, match="python -m bot install"):
        async with running(settings):
            pass


async def test_a_database_that_cannot_be_opened_is_told_in_one_line(
    simulator: Simulator, settings_for: Any, tmp_path: Any
) -> None:
    (tmp_path / "broken.sqlite").write_bytes(b"this is no database" * 100)
    urls = [
        f"sqlite+aiosqlite:///{tmp_path / 'broken.sqlite'}",
        "postgresql+asyncpg://nobody@127.0.0.1:1/nothing",
    ]
    for url in urls:
        with pytest.raises(Misconfigured, match="the database cannot be opened") as raised:
            async with running(settings_for(url, simulator.base_url)):
                pass
        assert "\n" not in str(raised.value)


async def test_the_first_start_makes_the_tables(empty_database_url: str, settings_for: Any) -> None:
    settings = settings_for(empty_database_url, "http://127.0.0.1:1")
    async with current_database(settings) as engine, engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM school"))).scalar() == 0


async def test_news_that_could_not_be_told_is_seen_and_tried_again(
    runs_with: RunsWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with runs_with() as bot:
        store, now = bot.house.store, bot.house.clock.now()
        async with store.connection(writing=True) as db:
            row = {"kind": "unknown", "payload": {}, "at": now, "hold_until": now, "subject": "it"}
            await db.insert(events, state="failed", **row)
            await db.connection.commit()
        status, told = await ask(bot.health_port)
        assert status == 503
        assert {"name": "news", "ok": False, "told": "set aside: 1"} in told["checks"]
        assert (await ask(bot.health_port, "/ready"))[0] == 200
        assert "dnevnichok_events_set_aside 1.0" in (await ask(bot.health_port, "/metrics"))[1]
        monkeypatch.setenv("DATABASE_URL", bot.house.settings.database_url)
        monkeypatch.setattr(SystemClock, "now", lambda _: now)
        retried = await asyncio.to_thread(CliRunner().invoke, app, ["retry"])
        assert retried.output == "To be tried again: 1\n"
        assert {"name": "news", "ok": True, "told": "set aside: 0"} in (await ask(bot.health_port))[1][
            "checks"
        ]
