"""What each account was told in a thread, and by which message."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from journal.model.channels import Channel
from journal.model.outbox import Told
from storage.db import Db
from storage.question import question
from storage.tables.outbox import threads


async def told(
    db: Db, accounts: Collection[int], names: Collection[str], channel: Channel = Channel.TELEGRAM
) -> dict[tuple[int, str], Told]:
    """What these accounts were told in these threads, by (account, thread); a message of another channel
    is none here, though what it told is known."""
    return {
        (row.account_id, row.thread): Told(
            row.account_id, row.thread, row.told, row.message_id if row.channel == channel else None
        )
        for row in await db.all(_told(accounts, names))
    }


@question
def _told(accounts: Collection[int], names: Collection[str]) -> Select[Any]:
    return select(threads).where(threads.c.account_id.in_(accounts), threads.c.thread.in_(names))


async def remember(db: Db, items: Sequence[Told], at: datetime, channel: Channel = Channel.TELEGRAM) -> None:
    """Keep what was told, in the transaction that saves the receipt."""
    await db.upsert(
        threads,
        ("account_id", "thread"),
        [
            {
                "account_id": item.account_id,
                "thread": item.thread,
                "message_id": item.message_id,
                "channel": channel,
                "told": dict(item.told),
                "told_at": at,
            }
            for item in items
        ],
    )
