"""Accounts as a messenger reaches them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from journal.model.access import Privacy
from storage.db import Db
from storage.tables.access import accounts


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


async def addresses(db: Db, account_ids: Collection[int]) -> dict[int, Address]:
    """The accounts that are not blocked, by id."""
    rows = await db.all(
        select(accounts).where(accounts.c.id.in_(account_ids), accounts.c.blocked_at.is_(None))
    )
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
        for row in rows
    }
