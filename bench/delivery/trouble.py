"""Delivery when something is in its way: alerts amid the bulk, a limit that drops, chats that are blocked."""

import asyncio
import json
import time
from collections import Counter
from dataclasses import dataclass
from itertools import count

from bench import botapi
from bench.botapi import Call, Handle
from bench.delivery.bag import Bag
from bench.delivery.runs import FAMILY, LATENCY, LOOK, TOKEN, product, sends, share, taken
from bench.great.filling import guardian_of

# Seconds at the old limit, until the new one must be found, and at the new one.
BEFORE, WITHIN, AFTER = 12.0, 10.0, 25.0
LOWER = 20
# Chats of ten that have blocked the bot, and how many come back one after another.
OF_TEN, BACK = 3, 10


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a limit that drops silently costs."""

    share: float
    refused: int
    early: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """What blocked chats cost, and how soon one is back (the worst, in seconds)."""

    share: float
    attempts: int
    back: float
    lost: int


async def alerted(bag: Bag) -> list[float]:
    """Seconds from each commit of an absence to the call that tells a guardian, while the bulk waits."""
    units = [str(unit) for unit in bag.spare]
    async with botapi.started(**LATENCY) as api, product(api, bag, *units) as bot:
        assert bot.stdout is not None
        saved = [json.loads(await bot.stdout.readline()) for _ in units]
        await asyncio.sleep(3)
        calls = sends(await api.journal())
    return [
        wait
        for one in saved
        for side in (0, 1)
        for wait in [waited(calls, guardian_of(one["student"], side), one["committed"])]
    ]


def waited(calls: list[Call], chat: int, committed: float) -> float:
    """Until the first message after the commit that tells of an absence; endless where none came."""
    told = (call.at for call in calls if call.chat == chat and "экскурси" not in call.text)
    return min((at - committed for at in told if at > committed - 1), default=float("inf"))


async def dropped(bag: Bag) -> Dropped:
    """30 a second, and all of a sudden only 20."""
    async with botapi.started(**LATENCY) as api, product(api, bag):
        while not await api.tally():  # noqa: ASYNC110 - another process counts
            await asyncio.sleep(LOOK)
        await asyncio.sleep(BEFORE)
        await api.control(rate=LOWER)
        at = time.monotonic()
        await asyncio.sleep(WITHIN + AFTER)
        calls = await api.journal()
    refused = [call.at for call in calls if call.status == 429]
    settled = [call for call in sends(calls) if call.at > at + WITHIN]
    # What was on its way when the refusal arrived is no one's fault: a whole round trip.
    flying = LATENCY["latency"] + LATENCY["jitter"]
    early = sum(told + flying < call.at < told + 1 for call in sends(calls) for told in refused)
    return Dropped(share(settled, LOWER), len(refused), early)


async def blocked(bag: Bag) -> Blocked:
    """Three chats of ten have blocked the bot; some of them come back while the others are told."""
    away = [chat for chat in bag.chats if chat // 2 % 10 < OF_TEN]
    async with botapi.started(**LATENCY, blocked=away) as api, product(api, bag):
        here = len(bag.chats) - len(away)
        await taken(api, here, here / 30 * 2 + 60)
        calls = await api.journal()
        waits = [await _unblock(api, away[number:], number) for number in range(BACK)]
    tries = Counter(call.chat for call in calls if call.status == 403)
    told = {call.chat for call in sends(calls)}
    every = [call for call in calls if call.method.startswith("send") and call.chat >= FAMILY]
    return Blocked(
        share=share(every, 30),
        attempts=max(tries.values(), default=0),
        back=max(waits),
        lost=len([chat for chat in bag.chats if chat not in told and chat not in away]),
    )


_NUMBERS = count(1)


async def _unblock(api: Handle, away: list[int], number: int) -> float:
    """The first of them unblocks the bot; seconds until it has what waited."""
    chat, *rest = away
    await api.control(blocked=rest)
    person = {"id": chat, "is_bot": False, "first_name": "Ольга"}
    bot = {"id": 5000000005, "is_bot": True, "first_name": "Дневничок", "username": "bench_bot"}
    changed = {
        "chat": {"id": chat, "type": "private", "first_name": "Ольга"},
        "from": person,
        "date": int(time.time()),
        "old_chat_member": {"status": "kicked", "user": bot, "until_date": 0},
        "new_chat_member": {"status": "member", "user": bot},
    }
    at = time.monotonic()
    await api.feed(TOKEN, [{"update_id": next(_NUMBERS), "my_chat_member": changed}])
    await asyncio.sleep(2)
    told = [call.at for call in sends(await api.journal()) if call.chat == chat and call.at > at]
    return min(told, default=float("inf")) - at
