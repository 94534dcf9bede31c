"""The inbox: raw updates, durable before they are confirmed, settled with their effect.

States: `waiting` (to be handled), `done`, `failed` (a handler raised too often), `malformed` (unreadable).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update

from storage.db import Db
from storage.tables.outbox import inbox


@dataclass(frozen=True, slots=True)
class Stored:
    """One update as it came, with the chat whose order it belongs to."""

    update_id: int
    chat: str
    raw: dict[str, Any]
    received_at: datetime
    # The same for every copy of the update, whatever its number.
    key: str | None = None


async def store(db: Db, updates: Sequence[Stored]) -> list[Stored]:
    """Keep the updates; returns those that were not there before, in order. The caller commits."""
    statement = db.insert_statement(inbox).on_conflict_do_nothing().returning(inbox.c.update_id)
    kept = set((await db.connection.execute(statement, [_row(item) for item in updates])).scalars())
    return sorted((item for item in updates if item.update_id in kept), key=lambda item: item.update_id)


async def waiting(db: Db, until: datetime) -> list[Stored]:
    """What was received until that moment and not settled, in the order it came."""
    rows = await db.all(
        select(inbox)
        .where(inbox.c.state == "waiting", inbox.c.received_at <= until)
        .order_by(inbox.c.update_id)
    )
    return [Stored(row.update_id, row.chat, row.raw, row.received_at, row.key) for row in rows]


async def settle(db: Db, update_id: int, at: datetime) -> None:
    """Mark the update as done, in the transaction of its effect."""
    await settle_many(db, [update_id], at)


async def settle_many(db: Db, update_ids: Iterable[int], at: datetime) -> None:
    """Mark updates as done that changed nothing; those settled by their effect stay as they are."""
    await db.run(
        update(inbox)
        .where(inbox.c.update_id.in_(list(update_ids)), inbox.c.state == "waiting")
        .values(state="done", settled_at=at)
    )


async def note_failure(db: Db, update_id: int, reason: str) -> int | None:
    """Count one more failed try; None if the effect was committed before, so that nothing may be redone."""
    await db.run(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.state == "waiting")
        .values(tries=inbox.c.tries + 1, error=reason)
    )
    tries: int | None = await db.scalar(
        select(inbox.c.tries).where(inbox.c.update_id == update_id, inbox.c.state == "waiting")
    )
    return tries


async def set_aside(db: Db, update_id: int, state: str, reason: str, at: datetime) -> None:
    """Stop trying: the update is `failed` or `malformed`."""
    await db.run(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.state == "waiting")
        .values(state=state, error=reason, settled_at=at)
    )


async def forget(db: Db, before: datetime) -> int:
    """Delete what was settled before that moment: raw updates hold people's words. Returns how many."""
    return await db.run(
        delete(inbox).where(inbox.c.settled_at < bindparam("before"), inbox.c.state != "waiting"),
        [{"before": before}],
    )


async def depth(db: Db) -> int:
    """How many updates wait."""
    return int(await db.scalar(select(func.count()).where(inbox.c.state == "waiting")) or 0)


def _row(item: Stored) -> dict[str, Any]:
    return {
        "update_id": item.update_id,
        "chat": item.chat,
        "key": item.key,
        "raw": item.raw,
        "received_at": item.received_at,
        "state": "waiting",
        "tries": 0,
    }
