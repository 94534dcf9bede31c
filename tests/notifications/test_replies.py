"""Replies beside the bulk go first; both together keep the limits, and refusals hold for all."""

import asyncio
import random
from itertools import count

import pytest
from aiogram.exceptions import TelegramRetryAfter
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.pace import Considerate
from bot.wiring import client
from notifications import departure
from notifications.pace import Pace
from notifications.pacing import Slots
from notifications.refusals import DOUBT
from notifications.replies import PATIENT, Held
from simulator import Person, Simulator
from tests.notifications.post import PassingTimer
from tests.notifications.test_learnt_rates import Flow, SwiftLoop, live
from tests.support.scenario import TOKEN

RATE = 30
FIRST = 900_000


@given(st.lists(st.floats(0, 9.5), max_size=60))
def test_with_replies_among_the_bulk_no_window_holds_more_than_the_allowance(asked: list[float]) -> None:
    slots, now, moments = Slots(RATE), 0.0, []
    waiting = sorted(asked)
    while now < 10:
        slot = slots.take(now)
        while waiting and waiting[0] < slot.at:
            reply = slots.cut_in(max(now, waiting.pop(0)))
            moments.append(reply.at)
        now = slot.at
        moments.append(now)
    moments.sort()
    assert all(later - first > 1.0 for first, later in zip(moments, moments[RATE:], strict=False))
    # What the replies take is all that the bulk loses.
    assert len(moments) / now >= RATE * 0.97


def test_a_reply_to_a_quiet_bot_leaves_at_once_and_amid_the_bulk_within_one_slot() -> None:
    slots = Slots(RATE)
    assert [slots.cut_in(50.0).at for _ in range(RATE)] == [50.0] * RATE
    assert slots.cut_in(50.0).at > 51.0
    now = 60.0
    for _ in range(100):
        now = slots.take(now).at
    pending = slots.take(now)
    planned = pending.at
    assert slots.cut_in(now).at <= now + slots.interval
    assert pending.at > planned


@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 10**6))
def test_bulk_and_bursts_of_replies_meet_no_refusal(seed: int) -> None:
    loop = SwiftLoop()
    flow = Flow(loop, seed=seed)
    dice, waited = random.Random(seed), list[float]()

    async def reply(chat: int) -> None:
        asked = flow.now()
        slot = await flow.pace.replies.message(str(chat))
        waited.append(flow.now() - asked)
        await flow.answer(chat, slot)

    async def people() -> None:
        async with asyncio.TaskGroup() as replies:
            chats = count(FIRST)
            for _ in range(20):
                await asyncio.sleep(dice.uniform(0, 0.8))
                for _ in range(dice.choice((1, 1, 1, 2, 4))):
                    replies.create_task(reply(next(chats)))

    async def story() -> None:
        await asyncio.gather(flow.send(10), people())

    live(story(), loop)
    assert flow.refused == []
    assert len(waited) >= 20
    # Many at once are told one after another, each as soon as the messenger takes it.
    assert sorted(waited)[len(waited) // 2] <= 2 / RATE
    assert max(waited) <= 10 / RATE
    assert flow.rate(1001, 1009) >= RATE * 0.96


async def test_a_refused_reply_makes_the_sender_rest_and_the_next_reply_wait() -> None:
    timer = PassingTimer()
    pace = Pace(timer=timer)
    for chat in ("1", "2"):
        pace.replies.refused(chat, timer.now(), 3, busy=False)
    assert pace.free.frozen() == pace.paid.frozen() == 3
    told = timer.now()
    await pace.replies.change("3")
    assert timer.now() == told + 3
    pace.replies.refused("4", timer.now(), PATIENT + 1, busy=False)
    pace.replies.refused("5", timer.now(), PATIENT + 1, busy=False)
    with pytest.raises(Held) as held:
        await pace.replies.message("6")
    assert held.value.seconds == PATIENT + 1


async def test_one_refusal_in_doubt_stops_messages_shortly_and_changes_of_other_chats_not_at_all() -> None:
    timer = PassingTimer()
    pace = Pace(timer=timer)
    pace.replies.refused("1", timer.now(), 600, busy=False)
    told = timer.now()
    await pace.replies.change("2")
    assert timer.now() == told
    await pace.replies.message("2")
    assert timer.now() == told + DOUBT
    with pytest.raises(Held):
        await pace.replies.message("1")


async def test_whoever_presses_again_and_again_silences_nobody_but_the_own_chat() -> None:
    timer = PassingTimer()
    pace = Pace(timer=timer)
    pace.replies.left("1", await pace.replies.message("1"))
    assert pace.replies.busy("1")
    assert not pace.replies.busy("2")
    pace.replies.refused("1", timer.now(), 600, busy=pace.replies.busy("1"))
    assert pace.free.frozen() == 0
    assert pace.talking() == ["1"]


async def test_the_messenger_refuses_neither_bulk_nor_replies_of_one_client() -> None:
    people = [Person(FIRST + number, "Ольга", "Иванова", f"olga{number}") for number in range(78)]
    pace, bulk = Pace(), iter(people[:60])
    async with Simulator(TOKEN, people) as simulator, client(TOKEN, simulator.base_url) as bot:
        # Calls of a busy machine arrive unevenly; not heeding replies would mean some 42 a second.
        simulator.limits.per_bot = 33
        for person in simulator.people:
            person.chat.started = True
        bot.session.middleware(Considerate(pace))

        async def push(chat: int) -> None:
            slot = await pace.free.slot()
            departure.expected(lambda: pace.left(chat, slot))
            await bot.send_message(chat, "Новость")

        async def answers() -> None:
            for person in people[60:]:
                await asyncio.sleep(0.08)
                await bot.send_message(person.id, "Ответ")

        async def news() -> None:
            for person in bulk:
                await asyncio.create_task(push(person.id))

        await asyncio.gather(news(), answers())
        simulator.faults.add(method="sendMessage", kind="429", times=1, retry_after=1)
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(people[0].id, "Ещё")
        assert 0.5 < pace.free.frozen() <= 1
        await bot.send_message(people[1].id, "И ещё")
        assert pace.free.frozen() == 0
