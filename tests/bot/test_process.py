"""The bot as a process of its own: killed from outside it loses nothing, asked to stop it goes quietly."""

import asyncio
import signal
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from simulator import Person, Simulator
from storage.tables.outbox import inbox
from storage.unit_of_work import SqlStore
from tests.support.process import Start

SEVERAL = 25


def answers(person: Person) -> int:
    return len([message for message in person.messages if message.from_bot])


async def until(true: Callable[[], bool], seconds: float = 60) -> None:
    for _ in range(int(seconds * 20)):
        if true():
            return
        await asyncio.sleep(0.05)
    assert true()


async def settled(store: SqlStore) -> int:
    async with store.connection() as db:
        return int(await db.scalar(select(func.count()).where(inbox.c.settled_at.is_not(None))))


async def until_all_is_settled(store: SqlStore) -> None:
    for _ in range(200):
        async with store.connection() as db:
            if not await db.scalar(select(func.count()).where(inbox.c.settled_at.is_(None))):
                return
        await asyncio.sleep(0.1)
    raise AssertionError("updates are still waiting")


@pytest.mark.timeout(240)
async def test_no_confirmed_update_is_lost_when_the_bot_is_killed(
    simulator: Simulator, start: Start, store: SqlStore
) -> None:
    """What was settled is not answered again; what was answered and not settled at the kill may be."""
    people = [simulator.person(number) for number in (1301, 1302, 1303, 1101, 1102)]
    first = await start()
    await people[0].say("первое")
    await until(lambda: answers(people[0]) == 1)
    for number in range(SEVERAL):
        await people[number % len(people)].say(f"сообщение {number}")
    await until(lambda: sum(map(answers, people)) >= 4)
    first.kill()
    await first.wait()
    await asyncio.sleep(0.3)  # what was on the wire lands
    unsettled = sum(map(answers, people)) - await settled(store)
    await start()
    await until(lambda: sum(map(answers, people)) >= SEVERAL + 1)
    await until_all_is_settled(store)
    assert sum(map(answers, people)) <= SEVERAL + 1 + unsettled


@pytest.mark.timeout(120)
async def test_asked_to_stop_the_bot_goes_quietly(simulator: Simulator, start: Start) -> None:
    process = await start()
    olga = simulator.person(1301)
    await olga.say("абракадабра")
    await until(lambda: answers(olga) == 1)
    process.send_signal(signal.SIGTERM)
    _, told = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert b"Traceback" not in told
    assert b"stopping" in told


@pytest.mark.timeout(120)
async def test_a_revoked_token_is_told_in_one_line(start: Start) -> None:
    process = await start(BOT_TOKEN="999:revoked")
    _, told = await asyncio.wait_for(process.communicate(), 60)
    assert "BOT_TOKEN is refused" in told.decode()
    assert (process.returncode, b"Traceback" in told) == (2, False)
