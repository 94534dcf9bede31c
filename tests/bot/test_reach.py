"""Who blocked the bot, who is back, and where the bot does not belong."""

import asyncio
from typing import Any

from sqlalchemy import select

from simulator import Simulator
from storage.tables.access import accounts
from storage.unit_of_work import SqlStore
from tests.support.persona import Persona
from tests.support.scenario import Stage


async def _out_of_reach(store: SqlStore, account_id: int, wanted: bool) -> None:
    for _ in range(60):
        async with store.connection() as db:
            since = await db.scalar(select(accounts.c.unreachable_at).where(accounts.c.id == account_id))
        if (since is not None) is wanted:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"account {account_id} out of reach: {not wanted}")


async def test_who_blocks_the_bot_is_out_of_reach_until_it_is_unblocked(stage: Stage, olga: Persona) -> None:
    olga.phone.block()
    await _out_of_reach(stage.house.store, 301, True)
    olga.phone.unblock()
    await _out_of_reach(stage.house.store, 301, False)


async def test_whoever_writes_can_be_reached_again(stage: Stage, olga: Persona) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(accounts.update().where(accounts.c.id == 301).values(unreachable_at=stage.clock.now()))
        await db.connection.commit()
    await olga.say("абракадабра")
    await olga.sees()
    await _out_of_reach(stage.house.store, 301, False)


async def test_the_bot_leaves_groups_and_says_nothing_there(stage: Stage, simulator: Simulator) -> None:
    somebody = {"id": 1301, "is_bot": False, "first_name": "Ольга"}
    group: dict[str, Any] = {"id": -100_500, "type": "supergroup", "title": "7Б"}
    content = {"message_id": 1, "date": 1_790_000_000, "from": somebody, "chat": group, "text": "/start"}
    await simulator.person(1301).inject({"message": content})
    for _ in range(60):
        if simulator.journal.of("leaveChat"):
            break
        await asyncio.sleep(0.05)
    assert [call.chat_id for call in simulator.journal.of("leaveChat")] == [-100_500]
    assert simulator.journal.of("sendMessage") == []
