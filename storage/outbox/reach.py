"""Accounts out of reach on a channel: what waits for them goes elsewhere, or when they are back."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, select, update

from journal.model.channels import Channel
from storage import signals
from storage.db import Db
from storage.outbox.diverting import divert
from storage.outbox.rows import WAITING
from storage.tables.access import accounts
from storage.tables.channels import destinations
from storage.tables.outbox import outbox


async def unreached(
    db: Db,
    account_id: int,
    reason: str,
    now: datetime,
    probe_at: datetime,
    channel: Channel = Channel.TELEGRAM,
) -> None:
    """The account cannot be reached: what waits for it waits until `probe_at`, or goes elsewhere."""
    await db.run(
        update(_kept_in(channel))
        .where(*_address(channel, [account_id]))
        .values(unreachable_at=now, unreachable_reason=reason)
    )
    await db.run(
        update(outbox)
        .where(outbox.c.account_id == account_id, WAITING, outbox.c.not_before < probe_at)
        .where(outbox.c.channel == channel)
        .values(not_before=probe_at)
    )
    await divert(db, account_id, channel)


async def reached(db: Db, account_ids: Collection[int], channel: Channel = Channel.TELEGRAM) -> None:
    """The accounts showed themselves: what waited for those out of reach goes when it was meant to."""
    kept = _kept_in(channel)
    owner = kept.c.id if channel is Channel.TELEGRAM else kept.c.account_id
    back = await db.scalars(
        select(owner).where(*_address(channel, account_ids), kept.c.unreachable_at.is_not(None))
    )
    if not back:
        return
    await db.run(
        update(kept).where(*_address(channel, back)).values(unreachable_at=None, unreachable_reason=None)
    )
    await db.run(
        update(outbox)
        .where(outbox.c.account_id.in_(back), WAITING, outbox.c.channel == channel)
        .values(not_before=outbox.c.due_at)
    )
    await signals.news(db)


async def moved(db: Db, account_id: int, platform_id: str, now: datetime) -> None:
    """The account's chat goes on under another id; where that is another account's, this one is gone."""
    own = await db.first(select(accounts.c.platform).where(accounts.c.id == account_id))
    if own is None:
        return
    taken = await db.scalar(
        select(accounts.c.id).where(
            accounts.c.platform == own.platform, accounts.c.platform_id == platform_id
        )
    )
    if taken is None:
        await db.run(update(accounts).where(accounts.c.id == account_id).values(platform_id=platform_id))
    else:
        await unreached(db, account_id, "moved to another account's chat", now, now + timedelta(days=1))


def probe_of(unreachable_at: datetime | None) -> datetime | None:
    """When an account that could not be reached is tried again."""
    return None if unreachable_at is None else unreachable_at + timedelta(days=1)


def _kept_in(channel: Channel) -> Table:
    """Where it stands that an account cannot be reached."""
    return accounts if channel is Channel.TELEGRAM else destinations


def _address(channel: Channel, account_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    """The rows of these accounts there."""
    if channel is Channel.TELEGRAM:
        return (accounts.c.id.in_(account_ids),)
    return destinations.c.account_id.in_(account_ids), destinations.c.channel == channel
