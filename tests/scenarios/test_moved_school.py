"""A school outgrows its file: the bot stops, the school moves, and on PostgreSQL everything goes on."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.moving import move_school, put_aside
from bot.run import running
from bot.settings import Misconfigured, Settings
from journal.access.issue import issue_student_code
from journal.clock import FrozenClock
from simulator import Simulator
from storage.tables.outbox import outbox
from storage.unit_of_work import SqlStore
from tests.scenarios.test_binding import by
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import LONG_AGO, student_id

HOLD = timedelta(minutes=6)


async def test_after_the_move_old_buttons_codes_threads_and_leases_work(
    simulator: Simulator,
    settings_for: Callable[..., Settings],
    clock: FrozenClock,
    sqlite_school: Path,
    empty_postgres_url: str,
) -> None:
    old = settings_for(f"sqlite+aiosqlite:///{sqlite_school}", simulator.base_url)
    new = settings_for(empty_postgres_url, simulator.base_url)
    async with running(old, clock) as bot:
        stage = Stage(simulator, bot.house, clock)
        anna, tatyana, olga, stranger = map(stage.person, ("anna", "tatyana", "olga", "stranger"))
        await anna.say("/now")
        await anna.sees("7Б")
        await report_absent(anna, "Сидоров", 1)
        clock.move(HOLD)
        alarm = await tatyana.sees("Егор: нет на 2-м уроке")
        issued = await issue_student_code(by(stage, "maria"), student_id("anya"))
        with pytest.raises(Misconfigured, match="stop it first"):
            await move_school(old, new, lambda *_: None)
        await anna.press("Исправить")
        await report_absent(anna, "Иванова А.", 2)
        await leave_leased(bot.house.store)
    await move_school(old, new, lambda *_: None)
    assert put_aside(sqlite_school).exists()
    with pytest.raises(Misconfigured, match="no school"):
        async with running(old, clock):
            pass
    async with running(new, clock) as bot:
        # What was being sent is sent, and what was held when the school moved is told when the hold is over.
        await until_nothing_is_leased(bot.house.store)
        clock.move(HOLD)
        await olga.sees("Аня: нет на 2-м уроке")
        # A button that the bot on the file had shown, and the message that it had sent.
        await anna.press("Исправить")
        await anna.press("Сидоров")
        await anna.press("Сидоров")
        await anna.press("Сохранить")
        clock.move(HOLD)
        told = {(await tatyana.sees("Простите за беспокойство", within=10)).id for _ in range(2)}
        assert alarm.id in told
        await stranger.say(f"/start {issued.text}")
        await stranger.sees("не просим")


async def report_absent(anna: Persona, name: str, absent: int) -> None:
    await anna.press(name)
    await anna.press("Сохранить")
    await anna.sees(f"Нет: {absent}")


async def leave_leased(store: SqlStore) -> None:
    """As a sender leaves it that dies while it sends."""
    async with store.connection(writing=True) as db:
        left = await db.run(update(outbox).values(state="leased", leased_by="gone", lease_until=LONG_AGO))
        await db.connection.commit()
    assert left


async def until_nothing_is_leased(store: SqlStore) -> None:
    for _ in range(100):
        async with store.connection() as db:
            if not await db.scalar(select(func.count()).where(outbox.c.state == "leased")):
                return
        await asyncio.sleep(0.05)
    raise AssertionError("a lease of the old database never ended")
