"""What one channel cannot bring goes on another, as its guardian wants; the same row, so never twice."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, or_, select, true, update

from journal.model.channels import Channel, Destination, Use, able
from journal.model.outbox import Lane, PushState
from storage.db import Db
from storage.destinations import as_destination
from storage.outbox.rows import WAITING
from storage.tables.channels import destinations
from storage.tables.outbox import outbox

NOT_SERVED = "not served"


def copy_key(key: str, channel: Channel) -> str:
    """What tells the copy that goes on `channel` beside the messenger from the push itself."""
    return f"{key}:{channel}"


async def divert(
    db: Db, account_id: int, channel: Channel, only: Collection[int] | None = None, *, closing: bool = False
) -> None:
    """What the channel cannot bring to the account goes where it can, at once: all of it, or `only` these.

    Only news of the account's own children moves, and no copy, for its news goes on the messenger anyway.
    What failed keeps its pause, so that two channels that are both down do not chase each other. What a
    channel refused never goes there again: what every channel refused stays dead. Only what waits on a
    channel that is `closing` goes where it was refused before, to end there.
    """
    rows = await db.all(select(destinations).where(destinations.c.account_id == account_id))
    if not rows:
        return
    which = WAITING if only is None else outbox.c.id.in_(only)
    moment = outbox.c.due_at if only is None else outbox.c.not_before
    dead, known = outbox.c.state == PushState.DEAD, outbox.c.refused_by
    for target, lanes in _targets(channel, [as_destination(row) for row in rows]).items():
        await db.run(
            update(outbox)
            .where(outbox.c.account_id == account_id, outbox.c.student_id.is_not(None), which)
            .where(or_(WAITING, dead), outbox.c.channel == channel)
            .where(outbox.c.lane.in_(lanes), ~outbox.c.dedup_key.endswith(copy_key("", channel)))
            .where(true() if closing else ~known.contains(target))
            .values(refused_by=case((dead, known.concat(f"{channel} ")), else_=known))
            .values(channel=target, state=PushState.WAITING, not_before=moment, settled_at=None, paid=False)
        )


async def served_otherwise(db: Db, served: Collection[Channel]) -> bool:
    """Whether other channels than these were served before; only looks."""
    idle, known = destinations.c.channel.not_in(served), destinations.c.unreachable_reason
    changed = or_(and_(idle, known.is_(None)), and_(~idle, known == NOT_SERVED))
    return bool(
        await db.scalar(select(or_(_stranded(served).exists(), select(destinations).where(changed).exists())))
    )


async def serve(db: Db, served: Collection[Channel], now: datetime) -> int:
    """What waits on channels that nobody serves goes by the messenger, and nothing more is queued for them.

    Returns how many pushes moved. An address comes back into use with its channel.
    """
    stranded = _stranded(served).with_only_columns(outbox.c.id)
    moved = await db.run(update(outbox).where(outbox.c.id.in_(stranded)).values(channel=Channel.TELEGRAM))
    idle, known = destinations.c.channel.not_in(served), destinations.c.unreachable_reason
    left = {"unreachable_at": now, "unreachable_reason": NOT_SERVED}
    await db.run(update(destinations).where(idle, known.is_(None)).values(left))
    await db.run(update(destinations).where(~idle, known == NOT_SERVED).values(dict.fromkeys(left)))
    return moved


def _stranded(served: Collection[Channel]) -> Select[Any]:
    return select(outbox).where(WAITING, outbox.c.channel.not_in([Channel.TELEGRAM, *served]))


def _targets(left: Channel, kept: Sequence[Destination]) -> dict[Channel, list[int]]:
    """Where else than on `left` each lane may go: the messenger first, then the soonest of the reserves."""
    found: dict[Channel, list[int]] = {Channel.TELEGRAM: list(Lane)}
    for lane in Lane:
        for one in able(kept, Use.RESERVE, urgent=lane is Lane.URGENT):
            found.setdefault(one.channel, []).append(lane)
    return {channel: lanes for channel, lanes in found.items() if channel is not left}
