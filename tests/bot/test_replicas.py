"""Several processes at the door of one school: a chat is served by one at a time and in order."""

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiogram import Router
from aiogram.types import Message
from sqlalchemy import func, insert, select

from bot.intake import webhook
from journal.clock import FrozenClock
from journal.events import RegisterSaved
from storage.claims import Claims
from storage.inbox import SettledElsewhereError
from storage.tables.outbox import events, inbox
from storage.unit_of_work import SqlStore
from tests.bot.conftest import RunsWith
from tests.bot.test_intake import message_of, settled
from tests.bot.test_webhook import SECRET, free_port
from tests.support.school import CtxOf

CHATS = (1301, 1302, 1303, 1101, 1102)
EACH = 12
FIRST = 800_000

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Handled:
    """What the handlers of all replicas did, and whether two ever were in one chat."""

    def __init__(self) -> None:
        self.router = Router()
        self.texts: dict[int, list[str]] = defaultdict(list)
        self.together: list[int] = []
        self._inside: set[int] = set()
        self.router.message.register(self._hear)

    async def _hear(self, message: Message) -> None:
        chat = message.chat.id
        if chat in self._inside:
            self.together.append(chat)
        self._inside.add(chat)
        await asyncio.sleep(random.uniform(0, 0.01))
        self.texts[chat].append(message.text or "")
        self._inside.discard(chat)


class Doors:
    """Running replicas; posts go to one of them, as those of a web server in front would."""

    def __init__(self, ports: list[int], session: aiohttp.ClientSession) -> None:
        self._ports = ports
        self._session = session

    async def post(self, body: dict[str, Any], door: int) -> int:
        url = f"http://127.0.0.1:{self._ports[door]}/updates"
        async with self._session.post(url, json=body, headers={webhook.HEADER: SECRET}) as response:
            return response.status


@pytest.fixture
def handled() -> Handled:
    return Handled()


@pytest.fixture
async def replicas(runs_with: RunsWith, handled: Handled) -> AsyncIterator[Doors]:
    ports = [free_port(), free_port()]
    async with AsyncExitStack() as stack:
        for port in ports:
            # A router can be a part of one dispatcher only.
            copy = Router()
            copy.message.register(handled._hear)
            given = {"webhook_url": f"http://127.0.0.1:{ports[0]}/updates", "webhook_secret": SECRET}
            await stack.enter_async_context(runs_with(copy, webhook_port=port, **given))
        yield Doors(ports, await stack.enter_async_context(aiohttp.ClientSession()))


async def test_updates_of_a_chat_taken_by_different_replicas_are_handled_in_order(
    replicas: Doors, handled: Handled, store: SqlStore
) -> None:
    async def chat_writes(place: int, chat: int) -> None:
        """The messenger posts the next update of a chat when the one before was taken."""
        for number in range(EACH):
            update = message_of(FIRST + number * len(CHATS) + place, chat, str(number), number + 1)
            door = random.randrange(2)
            assert await replicas.post(update, door) == 200
            if random.random() < 0.2:
                # Posted twice, as by a web server that lost the answer: to the other replica.
                assert await replicas.post(update, 1 - door) == 200

    await asyncio.gather(*(chat_writes(*pair) for pair in enumerate(CHATS)))
    await settled(store, done=EACH * len(CHATS))
    assert handled.texts == {chat: [str(number) for number in range(EACH)] for chat in CHATS}
    assert handled.together == []


async def test_what_a_dead_replica_had_taken_in_is_handled_by_another_within_seconds(
    replicas: Doors, handled: Handled, store: SqlStore, clock: FrozenClock
) -> None:
    left = message_of(FIRST, 1301, "до падения", 1)
    async with store.connection(writing=True) as db:
        row = {"update_id": FIRST, "chat": "1301", "raw": left, "state": "waiting"}
        await db.run(insert(inbox).values(**row, received_at=clock.now()))
        await db.connection.commit()
    # Whatever comes next in that chat finds it, and waits its turn.
    assert await replicas.post(message_of(FIRST + 1, 1301, "потом", 2), 0) == 200
    await settled(store, done=2)
    assert handled.texts[1301] == ["до падения", "потом"]
    async with store.connection(writing=True) as db:
        row = {"update_id": FIRST + 2, "chat": "1302", "raw": message_of(FIRST + 2, 1302, "тишина", 1)}
        await db.run(insert(inbox).values(**row, state="waiting", received_at=clock.now()))
        await db.connection.commit()
    clock.move(timedelta(seconds=3))
    async with asyncio.timeout(5):
        await settled(store, done=3)
    assert handled.texts[1302] == ["тишина"]


async def test_a_claim_ends_with_whoever_held_it(store: SqlStore, clock: FrozenClock) -> None:
    async with AsyncExitStack() as stack:
        first, second = Claims(store.engine, clock.now), Claims(store.engine, clock.now)
        tasks = [asyncio.create_task(claims.run()) for claims in (first, second)]
        stack.push_async_callback(asyncio.wait, tasks)
        for task in tasks:
            stack.callback(task.cancel)
        mine = await taken(first, "1301")
        assert await second.take("1301") is None
        tasks[0].cancel()
        assert mine.waiting == (await taken(second, "1301")).waiting == ()


async def taken(claims: Claims, chat: str) -> Any:
    for _ in range(100):
        if (claim := await claims.take(chat)) is not None:
            return claim
        await asyncio.sleep(0.02)
    raise AssertionError(f"the chat {chat} is never free")


async def test_of_two_processes_at_one_update_only_the_first_to_commit_has_an_effect(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    """Whatever became of the claim: the effect and the end of the update are one transaction."""
    async with store.connection(writing=True) as db:
        row = {"update_id": FIRST, "chat": "1101", "raw": {}, "state": "waiting"}
        ctx = ctx_of("anna")
        await db.run(insert(inbox).values(**row, received_at=ctx.now))
        await db.connection.commit()

    async def act(at: SqlStore) -> None:
        mine = replace(ctx, store=at, origin=replace(ctx.origin, update_id=FIRST))
        for _ in range(2):  # one update may have two effects, of one process
            async with mine.writing() as work:
                work.record(RegisterSaved(1, 1))
                await asyncio.sleep(0.05)
                await work.commit()

    ends = await asyncio.gather(*(act(SqlStore(store.engine)) for _ in range(4)), return_exceptions=True)
    assert ends.count(None) == 1
    assert {type(end) for end in ends if end is not None} == {SettledElsewhereError}
    async with store.connection() as db:
        assert await db.scalar(select(func.count()).select_from(events)) == 2
