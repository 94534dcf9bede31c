"""The inbox: raw updates, durable before they are confirmed, settled with their effect.

States: `waiting` (to be handled), `done`, `failed` (a handler raised too often), `malformed` (unreadable).
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, select, update

from storage.db import Db
from storage.tables.outbox import inbox

REMEMBERED = 10_000


# Made once, like a question (`storage.question`): every update is settled.
_SETTLE = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("ids", expanding=True)), inbox.c.state == "waiting")
    .values(state="done", settled_at=bindparam("at"))
)


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
    return await _read(db, inbox.c.state == "waiting", inbox.c.received_at <= until)


async def chosen(db: Db, update_ids: Iterable[int]) -> list[Stored]:
    """These of the updates that were not settled, in the order they came."""
    return await _read(db, inbox.c.state == "waiting", inbox.c.update_id.in_(list(update_ids)))


class SettledElsewhereError(Exception):
    """Another process has handled the update meanwhile: what was done here for it must not be kept."""


class Handled:
    """What this process knows of the latest updates it handled; the inbox learns of some of it later."""

    def __init__(self) -> None:
        self._with_effect: OrderedDict[int, None] = OrderedDict()
        self._unwritten: dict[int, str] = {}

    def had_effect(self, update_id: int) -> bool:
        """Whether it had an effect already: a second one may follow the first."""
        return update_id in self._with_effect

    def note_effect(self, update_id: int) -> None:
        self._with_effect[update_id] = None
        if len(self._with_effect) > REMEMBERED:
            self._with_effect.popitem(last=False)

    def note(self, update_id: int, chat: str) -> None:
        """It was handled, and is still to be marked as done."""
        self._unwritten[update_id] = chat

    def unwritten(self, chat: str | None = None) -> set[int]:
        """What is still to be marked as done, in all chats or in one."""
        return {number for number, of in self._unwritten.items() if chat in (None, of)}

    def written(self, update_ids: Iterable[int]) -> None:
        for number in update_ids:
            self._unwritten.pop(number, None)


async def settle(db: Db, update_id: int, chat: str | None, at: datetime, here: Handled) -> None:
    """Mark the update as done, in the transaction of its effect. Raises `SettledElsewhereError`.

    Of two processes at one update the later waits here for the earlier to commit, and then knows. What was
    handled before it in its chat is marked, too: after a crash nothing of a chat is handled out of its order.
    """
    if not await settle_many(db, [update_id], at) and not here.had_effect(update_id):
        raise SettledElsewhereError(update_id)
    if chat is not None and (earlier := here.unwritten(chat)):
        await settle_many(db, earlier, at)


async def settle_many(db: Db, update_ids: Iterable[int], at: datetime) -> int:
    """Mark updates as done that changed nothing; those settled by their effect stay as they are.

    Returns how many were not settled before.
    """
    return await db.run(_SETTLE, [{"ids": list(update_ids), "at": at}])


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


async def _read(db: Db, *conditions: ColumnElement[bool]) -> list[Stored]:
    rows = await db.all(select(inbox).where(*conditions).order_by(inbox.c.update_id))
    return [Stored(row.update_id, row.chat, row.raw, row.received_at, row.key) for row in rows]


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
