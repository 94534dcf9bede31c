"""Pushes are queued once each, and counted."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from journal.model.channels import Channel
from journal.model.outbox import Grouping, Lane, NewPush, Push, PushState
from storage import signals
from storage.db import Db
from storage.outbox.rows import LEASED, WAITING, as_push, fare
from storage.question import question
from storage.tables.outbox import outbox

_LANES = [(paid, lane) for paid in (False, True) for lane in Lane]


def _waits(paid: bool, lane: Lane) -> ColumnElement[bool]:
    """The first that waits in the lane is due.

    Asked whether any due one exists, PostgreSQL may look for it through the whole table.
    """
    ours = outbox.c.channel == bindparam("channel", type_=outbox.c.channel.type)
    first = (
        select(outbox.c.not_before)
        .where(WAITING, ours, fare(paid), outbox.c.lane == int(lane))
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(1)
        .scalar_subquery()
    )
    return first <= bindparam("now", type_=outbox.c.not_before.type)


_DUE_LANES = select(*(_waits(*key).label(f"lane_{number}") for number, key in enumerate(_LANES)))


async def queue(db: Db, pushes: Sequence[NewPush], at: datetime) -> None:
    """Store the pushes; those whose `dedup_key` is known already are passed over."""
    await db.insert_new(
        outbox,
        [
            {
                "account_id": push.account_id,
                "event_id": push.event_id,
                "student_id": push.student_id,
                "kind": push.kind,
                "payload": dict(push.payload),
                "lane": int(push.lane),
                "dedup_key": push.dedup_key,
                "thread": push.thread,
                "channel": push.channel,
                "grouping": push.grouping,
                "due_at": push.due_at,
                "not_before": push.not_before or push.due_at,
                "expires_at": push.expires_at,
                "paid": push.paid,
                "state": PushState.WAITING,
                "created_at": at,
            }
            for push in pushes
        ],
    )
    if pushes:
        await signals.news(db)


async def known(db: Db, keys: Collection[str]) -> set[str]:
    """Those of the keys under which anything was ever queued."""
    return set(await db.scalars(_known(keys)))


@question
def _known(keys: Collection[str]) -> Select[Any]:
    return select(outbox.c.dedup_key).where(outbox.c.dedup_key.in_(keys))


async def due_lanes(db: Db, now: datetime, channel: Channel = Channel.TELEGRAM) -> set[tuple[bool, Lane]]:
    """The lanes of the channel, paid for or not, in which anything may go by now.

    A glance, however much waits.
    """
    row = await db.first(_DUE_LANES, {"now": now, "channel": channel})
    return {key for key, waits in zip(_LANES, row or (), strict=False) if waits}


async def spoken(db: Db, accounts: Collection[int], threads: Collection[str]) -> set[tuple[int, str]]:
    """The threads, by account, in which anything was ever queued: whoever was or will be told something.

    The queue is asked and not what was told, for a message may be on its way at this very moment.
    """
    return {(row.account_id, row.thread) for row in await db.all(_spoken(accounts, threads))}


@question
def _spoken(accounts: Collection[int], threads: Collection[str]) -> Select[Any]:
    return (
        select(outbox.c.account_id, outbox.c.thread)
        .where(outbox.c.account_id.in_(accounts), outbox.c.thread.in_(threads))
        .distinct()
    )


async def last_cards(db: Db, accounts: Collection[int], since: datetime) -> dict[int, datetime]:
    """When each account was last sent a card, of those sent later than `since`."""
    return {row.account_id: row.at for row in await db.all(_last_cards(accounts, since))}


@question
def _last_cards(accounts: Collection[int], since: datetime) -> Select[Any]:
    return (
        select(outbox.c.account_id, func.max(outbox.c.settled_at).label("at"))
        .where(
            outbox.c.account_id.in_(accounts),
            outbox.c.state == PushState.SENT,
            outbox.c.grouping == Grouping.CARD,
            outbox.c.settled_at > since,
        )
        .group_by(outbox.c.account_id)
    )


async def told_with(
    db: Db, messages: Collection[tuple[int, int]], channel: Channel = Channel.TELEGRAM
) -> list[tuple[Push, int]]:
    """Every push that was told by one of the channel's (account, message id), each with that message id."""
    rows = await db.all(
        select(outbox)
        .where(
            outbox.c.account_id.in_({account for account, _ in messages}),
            outbox.c.message_id.in_({message for _, message in messages}),
            outbox.c.channel == channel,
        )
        .order_by(outbox.c.id)
    )
    return [(as_push(row), row.message_id) for row in rows if (row.account_id, row.message_id) in messages]


async def of_message(db: Db, push_id: int, account_id: int) -> list[Push]:
    """Every push of the message that told `push_id`; none where it is not that account's.

    A message is there to be opened a moment before its receipt is saved: what is leased then was its news.
    """
    row = await db.first(
        select(outbox.c.message_id, outbox.c.channel, outbox.c.state).where(
            outbox.c.id == push_id, outbox.c.account_id == account_id
        )
    )
    if row is not None and row.state == PushState.LEASED:
        ours = (outbox.c.account_id == account_id, outbox.c.channel == row.channel)
        leased = await db.all(select(outbox).where(*ours, LEASED).order_by(outbox.c.id))
        return [as_push(one) for one in leased]
    if row is None or row.message_id is None:
        return []
    told = await told_with(db, {(account_id, row.message_id)}, Channel(row.channel))
    return [push for push, _ in told]
