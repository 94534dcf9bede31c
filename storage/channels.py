"""Queries about an account's own addresses beside the messenger."""

from datetime import datetime

from sqlalchemy import delete, select, update

from journal.model.channels import Channel, Destination, Use
from storage.db import Db
from storage.destinations import of_accounts
from storage.outbox import divert
from storage.tables.channels import destinations


class ChannelQueries:
    """Implements `journal.ports.channels.Channels`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def of_account(self, account_id: int) -> list[Destination]:
        return (await of_accounts(self.db, [account_id])).get(account_id, [])

    async def with_address(self, address: str) -> list[tuple[int, Channel]]:
        rows = await self.db.all(
            select(destinations.c.account_id, destinations.c.channel)
            .where(destinations.c.address == address)
            .order_by(destinations.c.account_id)
        )
        return [(row.account_id, Channel(row.channel)) for row in rows]

    async def keep(self, account_id: int, destination: Destination, at: datetime) -> None:
        row = {
            "account_id": account_id,
            "channel": destination.channel,
            "address": destination.address,
            "use": destination.use,
            "confirmed_at": at,
            "unreachable_at": None,
            "unreachable_reason": None,
        }
        await self.db.upsert(destinations, ("account_id", "channel"), [row])

    async def use(self, account_id: int, channel: Channel, use: Use) -> None:
        await self.db.run(
            update(destinations)
            .where(destinations.c.account_id == account_id, destinations.c.channel == channel)
            .values(use=use, unreachable_at=None, unreachable_reason=None)
        )

    async def drop(self, account_id: int, channel: Channel) -> None:
        await divert(self.db, account_id, channel, closing=True)
        await self.db.run(
            delete(destinations).where(
                destinations.c.account_id == account_id, destinations.c.channel == channel
            )
        )
