"""P4: several senders of one bot, their receipts saved, and what the messenger's journal says of them."""

import asyncio
import itertools
import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

import psutil
from sqlalchemy import func, select

from bench import botapi
from bench.processes.stage import Life, Stage, processes
from journal.model.news import Kind
from journal.model.outbox import Lane, NewPush, PushState
from notifications.pace import RATE
from storage import outbox
from storage.tables.outbox import outbox as table
from tests.notifications.post import bear_one_name
from tests.support.school import NOW

FREE = 600
SENT = re.compile(r'^dnevnichok_messages_total\{outcome="delivered"\} (\d+)', re.MULTILINE)
_names = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Shared:
    """What one run delivered."""

    share: float
    refused: int
    lost: int
    doubled: int
    # What the least busy sender sent, in percent of an even part.
    fairness: float
    # Processor time of all senders for a message, in milliseconds.
    cpu: float


async def shared(stage: Stage, count: int, rate: int) -> Shared:
    """So many senders deliver a message to each chat, within that rate."""
    paid = rate > RATE
    chats = stage.accounts if paid else stage.accounts[:FREE]
    async with (
        botapi.started(latency=0.040, jitter=0.015) as api,
        processes(stage, api.url, *["sender"] * count) as senders,
    ):
        before = sum(map(_cpu, senders))
        await _queue(stage, chats, paid=paid)
        await _told(stage, len(chats) / rate * 2 + 30)
        cpu = sum(map(_cpu, senders)) - before
        sent = [int(found[1]) if (found := SENT.search(await one.tells("metrics"))) else 0 for one in senders]
        calls = [call for call in await api.journal() if call.method.startswith("send")]
    done = [call for call in calls if call.done]
    told = Counter(call.chat for call in done)
    return Shared(
        share=100 * (len(done) - 1) / (done[-1].at - done[0].at) / rate,
        refused=sum(call.status == 429 for call in calls),
        lost=sum(chat not in told for chat in chats),
        doubled=sum(times - 1 for times in told.values()),
        fairness=100 * min(sent) * count / sum(sent),
        cpu=1000 * cpu / len(done),
    )


async def _queue(stage: Stage, chats: list[int], *, paid: bool) -> None:
    name = next(_names)
    pushes = [
        NewPush(
            account_id=chat,
            kind=Kind.PHONE_ADDED,
            payload={"binding": 1},
            lane=Lane.NORMAL,
            dedup_key=f"bench:{name}:{chat}",
            due_at=NOW,
            expires_at=NOW + timedelta(days=1),
            paid=paid,
        )
        for chat in chats
    ]
    async with stage.store.connection(writing=True) as db:
        await bear_one_name(db, chats)
        await outbox.queue(db, pushes, NOW)
        await db.connection.commit()


async def _told(stage: Stage, patience: float) -> None:
    """Wait until nothing is left to tell."""
    left = select(func.count()).where(table.c.state.in_([PushState.WAITING, PushState.LEASED]))
    async with asyncio.timeout(patience):
        while True:
            async with stage.store.connection() as db:
                if not await db.scalar(left):
                    return
            await asyncio.sleep(0.5)


def _cpu(life: Life) -> float:
    times = psutil.Process(life.bot.pid).cpu_times()
    return float(times.user + times.system)
