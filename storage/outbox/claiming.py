"""Claiming: a sender leases the next messages of some accounts.

The unit of claiming is the account on one channel: while one of its pushes there is leased, nobody claims
another. So the order in a chat, its spacing and the thread of its messages are matters of one sender, however
many there are.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, exists, literal_column, or_, select, text, update

from journal.model.channels import Channel
from journal.model.outbox import Lane, Push, PushState
from storage.db import Db
from storage.locks import PRESENCE
from storage.outbox.rows import LEASED, WAITING, as_push, fare
from storage.question import Asked, question
from storage.tables.access import accounts
from storage.tables.outbox import outbox

_other = outbox.alias()
# One of the account's pushes on the same channel is leased. Made once: a sender asks many times a minute.
BUSY = exists(
    select(_other.c.id).where(
        _other.c.account_id == outbox.c.account_id,
        _other.c.state == literal_column("'leased'"),
        _other.c.channel == outbox.c.channel,
    )
)


# Longer than any message waits in a tray and on the wire together.
LEASE = timedelta(seconds=120)
# A receipt that could not be saved for so long will not be.
MATTERS = timedelta(hours=1)
# The numbers of a lock are unsigned there, the hash of a text is not.
ABSENT = text(
    "SELECT DISTINCT leased_by FROM outbox WHERE state = 'leased' AND NOT EXISTS ("
    " SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND classid::bigint = :space AND objid::bigint = hashtext(leased_by)::bigint & 4294967295)"
).bindparams(bindparam("space", PRESENCE))


@dataclass(frozen=True, slots=True)
class Lease:
    """Who claims, and until when on the machine's own clock (the school's may jump)."""

    holder: str
    until: datetime
    channel: Channel = Channel.TELEGRAM


async def claim(
    db: Db,
    lease: Lease,
    lane: Lane,
    now: datetime,
    most: int,
    resting: Collection[int],
    choose: Callable[[Sequence[Push]], list[Push]],
    *,
    paid: bool = False,
    talking: Collection[str] = (),
) -> list[list[Push]]:
    """Lease the next message of up to `most` accounts that have something due in the lane, paid for or not.

    `choose` picks, of everything due for an account, what makes one message. Accounts in `resting` wait, and
    so do those whose chats are `talking`: these are few, and go by the messenger's names.
    """
    due = await db.scalars(_DUE[paid](lease.channel, int(lane), now, resting, 4 * most))
    chosen = list(dict.fromkeys(due))[:most]
    if not chosen:
        return []
    # Another sender may be claiming for the same people: whoever locks the account has it.
    mine = await db.scalars(_locked(chosen, talking))
    rows = await db.all(_waiting(mine, lease.channel, now))
    waiting: dict[int, list[Push]] = {account: [] for account in chosen}
    for row in rows:
        waiting[row.account_id].append(as_push(row))
    messages = [choose(pushes) for pushes in waiting.values() if pushes]
    taken = [push.id for message in messages for push in message]
    await db.run(_TAKE, [{"ids": taken, "holder": lease.holder, "until": lease.until}])
    return messages


def _due(paid: bool) -> Callable[[Channel, int, datetime, Collection[int], int], Asked]:
    """The question for whom anything is due in a lane: one for what goes paid for, one for the rest."""

    @question
    def due(channel: Channel, lane: int, now: datetime, resting: Collection[int], most: int) -> Select[Any]:
        return (
            select(outbox.c.account_id)
            .where(WAITING, outbox.c.channel == channel, fare(paid))
            .where(outbox.c.lane == lane, outbox.c.not_before <= now)
            .where(outbox.c.account_id.not_in(resting), ~BUSY)
            .order_by(outbox.c.not_before, outbox.c.id)
            .limit(most)
        )

    return due


_DUE = {paid: _due(paid) for paid in (False, True)}


@question
def _locked(chosen: Collection[int], talking: Collection[str]) -> Select[Any]:
    return (
        select(accounts.c.id)
        .where(accounts.c.id.in_(chosen), accounts.c.platform_id.not_in(talking))
        .order_by(accounts.c.id)
        .with_for_update(key_share=True, skip_locked=True)
    )


@question
def _waiting(account_ids: Collection[int], channel: Channel, now: datetime) -> Select[Any]:
    return (
        select(outbox)
        .where(outbox.c.account_id.in_(account_ids), WAITING, outbox.c.channel == channel)
        .where(outbox.c.not_before <= now, ~BUSY)
        .order_by(outbox.c.id)
    )


# Made once, like a question.
_TAKE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)), WAITING)
    .values(state=PushState.LEASED, leased_by=bindparam("holder"), lease_until=bindparam("until"))
)


async def release_lost(
    db: Db, me: str, machine_now: datetime, dead: Collection[str], channel: Channel = Channel.TELEGRAM
) -> int:
    """Take back what the channel's crashed senders held; it may have been sent, and goes again.

    Those are the holders known to be `dead`, and whose leases are over; or end later than any lease can, for
    then the machine's clock was turned back. What `me` holds I account for myself as long as it `MATTERS`.
    """
    until = outbox.c.lease_until
    over = or_(until <= machine_now, until > machine_now + 2 * LEASE, outbox.c.leased_by.in_(dead))
    whose = or_(outbox.c.leased_by != me, until <= machine_now - MATTERS)
    return await db.run(_released().where(outbox.c.channel == channel, whose, over))


async def release_held(db: Db, holder: str) -> int:
    """Take back whatever that holder has: nothing of it is on its way any more."""
    return await db.run(_released().where(outbox.c.leased_by == holder))


async def release_all(db: Db, channel: Channel = Channel.TELEGRAM) -> int:
    """Take back every lease of the channel at once: at the start of the only sender there is."""
    return await db.run(_released().where(outbox.c.channel == channel))


async def absent(db: Db) -> set[str]:
    """Holders of leases that no session speaks for (`storage.presence`); that of a file is alive."""
    if db.dialect != "postgresql":
        return set()
    return set(await db.scalars(ABSENT))


def _released() -> Any:
    """Of what nobody knows how it ended: it counts as an attempt."""
    known = {"state": PushState.WAITING, "leased_by": None, "lease_until": None}
    return update(outbox).where(LEASED).values(attempts=outbox.c.attempts + 1, **known)
