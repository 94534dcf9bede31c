"""Queries about what families chose to hear of."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update

from journal.model.access import Privacy
from journal.model.subscriptions import DIGEST_AT, Delivery, Mode, Topic
from storage.db import Db
from storage.listeners import live
from storage.tables.access import accounts, bindings
from storage.tables.outbox import subscriptions, threads


class SubscriptionQueries:
    """Implements `journal.ports.subscriptions.Subscriptions`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def modes(self, account_id: int, students: Collection[int]) -> dict[int, dict[Topic, Mode]]:
        rows = await self.db.all(
            select(subscriptions).where(
                subscriptions.c.account_id == account_id, subscriptions.c.student_id.in_(students)
            )
        )
        found: dict[int, dict[Topic, Mode]] = {}
        for row in rows:
            found.setdefault(row.student_id, {})[Topic(row.kind)] = Mode(row.mode)
        return found

    async def choose(
        self, account_id: int, student_id: int, modes: Mapping[Topic, Mode], at: datetime
    ) -> None:
        rows = [
            {
                "account_id": account_id,
                "student_id": student_id,
                "kind": topic,
                "mode": mode,
                "changed_at": at,
            }
            for topic, mode in modes.items()
        ]
        await self.db.upsert(subscriptions, ("account_id", "student_id", "kind"), rows)

    async def delivery(self, account_id: int) -> Delivery:
        row = await self.db.first(select(accounts).where(accounts.c.id == account_id))
        if row is None:
            return Delivery()
        return Delivery(
            quiet_from=row.quiet_from,
            quiet_to=row.quiet_to,
            weekly_day=row.weekly_day,
            digest_at=row.digest_at or DIGEST_AT,
            privacy=Privacy(row.privacy),
            protect=row.protect,
            large=row.large,
            locale=row.locale,
        )

    async def change(self, account_id: int, **values: Any) -> None:
        await self.db.run(update(accounts).where(accounts.c.id == account_id).values(**values))

    async def begin_anew(self, account_id: int) -> None:
        await self.db.run(update(threads).where(threads.c.account_id == account_id).values(message_id=None))


async def summed_up_on(db: Db, weekday: int, customary: int, day: date) -> list[int]:
    """The students with anybody whose weekly summary comes on that ISO weekday."""
    return list(
        await db.scalars(
            select(bindings.c.student_id)
            .join(accounts, accounts.c.id == bindings.c.account_id)
            .where(
                bindings.c.student_id.is_not(None),
                live(day),
                accounts.c.blocked_at.is_(None),
                func.coalesce(accounts.c.weekly_day, customary) == weekday,
            )
            .distinct()
            .order_by(bindings.c.student_id)
        )
    )
