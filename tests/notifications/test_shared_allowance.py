"""Several senders of one bot and one database: together they stay within its allowance, and rest together."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from notifications.clocks import Clocks
from notifications.shared import SharedAllowance
from notifications.timer import MonotonicTimer
from storage.engine import open_engine
from tests.notifications.test_sharing import most_within

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
RATE = 200.0
timer = MonotonicTimer()


@pytest.fixture
async def senders(engine: AsyncEngine) -> AsyncIterator[list[SharedAllowance]]:
    """Three that share one allowance."""
    made = [SharedAllowance(engine, "the bot", RATE, timer) for _ in range(3)]
    yield made
    for one in made:
        await one.close()


async def send(sender: SharedAllowance, left: list[float]) -> None:
    """Send one message a slot, for ever."""
    while True:
        slot = await sender.slot()
        left.append(slot.used(timer.now()))


async def sent_within(senders: Sequence[SharedAllowance], seconds: float) -> list[list[float]]:
    """When the messages of each left."""
    left: list[list[float]] = [[] for _ in senders]
    tasks = [asyncio.create_task(send(*pair)) for pair in zip(senders, left, strict=True)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return left


@on_postgresql
async def test_together_they_never_send_more_than_one_of_them_might(senders: list[SharedAllowance]) -> None:
    left = await sent_within(senders, 2.2)
    assert most_within([moment for of_one in left for moment in of_one]) <= RATE
    assert all(left)


@on_postgresql
async def test_when_one_is_told_to_rest_all_rest(senders: list[SharedAllowance]) -> None:
    sending = asyncio.create_task(sent_within(senders, 1.6))
    await asyncio.sleep(0.6)
    until = timer.now() + 0.7
    senders[0].freeze(until)
    told = timer.now()
    left = [moment for of_one in await sending for moment in of_one]
    assert any(moment < told for moment in left)
    assert any(moment > until for moment in left)
    # The others hear of it by the database, within some milliseconds.
    assert [moment for moment in left if told + 0.25 < moment < until - 0.02] == []


@on_postgresql
async def test_a_refusal_of_one_slows_all(senders: list[SharedAllowance]) -> None:
    await senders[0].slot()
    senders[0].refused(timer.now())
    await asyncio.sleep(0.3)
    left = await sent_within(senders[1:], 1.2)
    assert most_within([moment for of_one in left for moment in of_one]) <= RATE * 0.8


async def test_without_the_database_nobody_sends_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    gone = open_engine("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    sender = SharedAllowance(gone, "the bot", RATE, timer)
    assert await sent_within([sender], 1.3) == [[]]
    assert len([record for record in caplog.records if "allowance_out_of_reach" in record.getMessage()]) == 1
    await sender.close()
    await gone.dispose()


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 0.5), st.floats(0, 0.5)), min_size=1))
def test_the_other_clock_is_known_as_well_as_the_quickest_answer_tells(
    asked: list[tuple[float, float, float]],
) -> None:
    """Whatever the network does: a moment of the other clock is never off by more than an answer took."""
    clocks, ahead = Clocks(), 5000.0
    for moment, going, coming in sorted(asked):
        clocks.seen(moment, moment + going + ahead, moment + going + coming)
    best = min(going + coming for _, going, coming in asked)
    assert abs(clocks.own(6000.0) - (6000.0 - ahead)) <= best + 0.02


@on_postgresql
async def test_replies_of_every_process_spend_of_the_one_allowance(senders: list[SharedAllowance]) -> None:
    async def answer(allowance: SharedAllowance) -> list[float]:
        moments = []
        for _ in range(8):
            await asyncio.sleep(0.1)
            moments.append((await allowance.cut_in()).at)
        return moments

    bulk, *replies = await asyncio.gather(
        sent_within(senders[:1], 1.6), *(answer(one) for one in senders[1:])
    )
    left = [*bulk[0], *(moment for of_one in replies for moment in of_one)]
    assert len(left) > RATE
    assert most_within(left) <= RATE


async def test_a_reply_does_not_wait_for_a_database_that_is_away() -> None:
    gone = open_engine("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    sender = SharedAllowance(gone, "the bot", RATE, timer)
    async with asyncio.timeout(2):
        await sender.cut_in()
    await sender.close()
    await gone.dispose()
