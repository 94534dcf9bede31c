"""Accounts as a messenger reaches them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from journal.model.access import Privacy
from journal.model.channels import Channel
from storage.db import Db
from storage.question import question
from storage.tables.access import accounts
from storage.tables.channels import destinations


@dataclass(frozen=True, slots=True)
class Address:
    account_id: int
    platform: str
    platform_id: str
    locale: str
    privacy: Privacy
    protect: bool
    large: bool
    unreachable: bool


async def addresses(
    db: Db, account_ids: Collection[int], channel: Channel = Channel.TELEGRAM
) -> dict[int, Address]:
    """The accounts that are not blocked, by id, as the channel reaches them; without those it does not."""
    if channel is not Channel.TELEGRAM:
        return await _elsewhere(db, account_ids, channel)
    return {
        row.id: Address(
            account_id=row.id,
            platform=row.platform,
            platform_id=row.platform_id,
            locale=row.locale,
            privacy=Privacy(row.privacy),
            protect=row.protect,
            large=row.large,
            unreachable=row.unreachable_at is not None,
        )
        for row in await db.all(_open(account_ids))
    }


@question
def _open(account_ids: Collection[int]) -> Select[Any]:
    return select(accounts).where(accounts.c.id.in_(account_ids), accounts.c.blocked_at.is_(None))


async def _elsewhere(db: Db, account_ids: Collection[int], channel: Channel) -> dict[int, Address]:
    """The same accounts by the address that each gave for the channel."""
    return {
        row.id: Address(
            account_id=row.id,
            platform=channel,
            platform_id=row.address,
            locale=row.locale,
            privacy=Privacy(row.privacy),
            protect=row.protect,
            large=row.large,
            unreachable=row.failed_at is not None,
        )
        for row in await db.all(_open_elsewhere(account_ids, channel))
    }


@question
def _open_elsewhere(account_ids: Collection[int], channel: Channel) -> Select[Any]:
    return (
        select(accounts, destinations.c.address, destinations.c.unreachable_at.label("failed_at"))
        .join(destinations, destinations.c.account_id == accounts.c.id)
        .where(accounts.c.id.in_(account_ids), accounts.c.blocked_at.is_(None))
        .where(destinations.c.channel == channel)
    )
