"""Queries about the addresses that guardians gave for news beside the messenger."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, select

from journal.model.channels import Channel, Destination, Use
from storage.db import Db
from storage.tables.channels import destinations


def as_destination(row: Row[Any]) -> Destination:
    return Destination(Channel(row.channel), row.address, Use(row.use), row.unreachable_reason)


async def of_accounts(db: Db, account_ids: Collection[int]) -> dict[int, list[Destination]]:
    """The addresses that these accounts gave, by account."""
    rows = await db.all(
        select(destinations)
        .where(destinations.c.account_id.in_(account_ids))
        .order_by(destinations.c.account_id, destinations.c.channel)
    )
    found: dict[int, list[Destination]] = {}
    for row in rows:
        found.setdefault(row.account_id, []).append(as_destination(row))
    return found
