"""Queries about the addresses that guardians gave for news beside the messenger."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, Select, delete, select

from journal.model.access import BindingKind
from journal.model.channels import Channel, Destination, Use
from storage.db import Db
from storage.question import question
from storage.tables.access import bindings
from storage.tables.channels import destinations


def as_destination(row: Row[Any]) -> Destination:
    return Destination(Channel(row.channel), row.address, Use(row.use), row.unreachable_reason)


async def of_accounts(db: Db, account_ids: Collection[int]) -> dict[int, list[Destination]]:
    """The addresses that these accounts gave, by account."""
    found: dict[int, list[Destination]] = {}
    for row in await db.all(_of_accounts(account_ids)):
        found.setdefault(row.account_id, []).append(as_destination(row))
    return found


@question
def _of_accounts(account_ids: Collection[int]) -> Select[Any]:
    return (
        select(destinations)
        .where(destinations.c.account_id.in_(account_ids))
        .order_by(destinations.c.account_id, destinations.c.channel)
    )


async def forget_unbound(db: Db, binding_ids: Collection[int]) -> None:
    """Of the accounts whose bindings ended, those that are no guardian's any more keep no address."""
    ended = select(bindings.c.account_id).where(bindings.c.id.in_(binding_ids))
    guardians = select(bindings.c.account_id).where(
        bindings.c.kind == BindingKind.GUARDIAN, bindings.c.ended_at.is_(None)
    )
    await db.run(
        delete(destinations).where(
            destinations.c.account_id.in_(ended), destinations.c.account_id.not_in(guardians)
        )
    )
