"""From a commit in one process to the call of the messenger by another."""

import asyncio
import time

from sqlalchemy import select

from bench import botapi
from bench.processes.stage import Stage, processes
from journal.events import AccessOpened
from storage import events
from storage.tables.access import bindings
from tests.notifications.post import bear_one_name
from tests.support.school import NOW

EVERY = 0.15


async def commit_to_call(stage: Stage, calls: int) -> list[float]:
    """Milliseconds from the commit of an event, with a sender listening, to the messenger's being called."""
    chats = stage.accounts[:calls]
    async with stage.store.connection(writing=True) as db:
        await bear_one_name(db, chats)
        await db.connection.commit()
        rows = await db.all(
            select(bindings.c.account_id, bindings.c.id).where(bindings.c.account_id.in_(chats))
        )
    committed: dict[int, float] = {}
    async with botapi.started() as api, processes(stage, api.url, "sender"):
        for row in rows:
            await asyncio.sleep(EVERY)
            async with stage.store.connection(writing=True) as db:
                await events.write(db, [events.Recorded(AccessOpened(row.id), NOW, NOW, None)])
                await db.connection.commit()
            committed[row.account_id] = time.monotonic()
        await asyncio.sleep(1.5)
        told = {call.chat: call.at for call in await api.journal() if call.done}
    if len(told) < len(committed):
        raise RuntimeError(f"{len(committed) - len(told)} of {len(committed)} were not told")
    return [1000 * (told[account] - moment) for account, moment in committed.items()]
