"""Accounts out of reach: their pushes wait, and go when the person is back."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select, update

from storage.db import Db
from storage.outbox.rows import WAITING
from storage.tables.access import accounts
from storage.tables.outbox import outbox


async def unreached(db: Db, account_id: int, reason: str, now: datetime, probe_at: datetime) -> None:
    """The account cannot be reached: everything that waits for it waits until `probe_at`."""
    await db.run(
        update(accounts)
        .where(accounts.c.id == account_id)
        .values(unreachable_at=now, unreachable_reason=reason)
    )
    await db.run(
        update(outbox)
        .where(outbox.c.account_id == account_id, WAITING, outbox.c.not_before < probe_at)
        .values(not_before=probe_at)
    )


async def reached(db: Db, account_ids: Collection[int]) -> None:
    """The accounts showed themselves: what waited for those out of reach goes when it was meant to."""
    back = await db.scalars(
        select(accounts.c.id).where(accounts.c.id.in_(account_ids), accounts.c.unreachable_at.is_not(None))
    )
    if not back:
        return
    await db.run(
        update(accounts).where(accounts.c.id.in_(back)).values(unreachable_at=None, unreachable_reason=None)
    )
    await db.run(
        update(outbox).where(outbox.c.account_id.in_(back), WAITING).values(not_before=outbox.c.due_at)
    )


def probe_of(unreachable_at: datetime | None) -> datetime | None:
    """When an account that could not be reached is tried again."""
    return None if unreachable_at is None else unreachable_at + timedelta(days=1)
