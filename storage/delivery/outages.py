"""Outages as they are kept: open ones, ended ones, and the messages that they made late."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, literal_column, or_, select

from journal.model.outbox import PushState
from journal.model.trouble import Outage, OutageKind
from storage.db import Db
from storage.tables.outbox import events, outbox
from storage.tables.watch import outages, watch


class OutageQueries:
    db: Db

    async def since(self) -> datetime | None:
        found: datetime | None = await self.db.scalar(select(watch.c.since).where(watch.c.name == "web"))
        return found

    async def outages(self) -> list[Outage]:
        rows = await self.db.all(
            select(outages).where(outages.c.ended_at.is_(None)).order_by(outages.c.began_at)
        )
        return [_as_outage(row) for row in rows]

    async def last_outage(self) -> Outage | None:
        row = await self.db.first(
            select(outages)
            .where(outages.c.ended_at.is_not(None))
            .order_by(outages.c.ended_at.desc())
            .limit(1)
        )
        return None if row is None else _as_outage(row)


async def by_ids(db: Db, ids: Collection[int]) -> dict[int, Outage]:
    rows = await db.all(select(outages).where(outages.c.id.in_(ids)))
    return {row.id: _as_outage(row) for row in rows}


async def delayed(db: Db, began: datetime, ended: datetime) -> tuple[int, int]:
    """How many messages were to go within that time and did not, and how many of them still wait.

    What happened within it and was sorted out only afterwards counts too. Asked once an outage: no index is
    kept for it.
    """
    meant = and_(outbox.c.due_at >= began, outbox.c.due_at < ended)
    happened = and_(events.c.hold_until >= began, events.c.hold_until < ended, outbox.c.created_at >= ended)
    waits = outbox.c.state.in_([PushState.WAITING, PushState.LEASED])
    went = and_(outbox.c.state == literal_column("'sent'"), outbox.c.settled_at >= ended)
    row = await db.first(
        select(func.count().label("late"), func.count().filter(waits).label("waiting"))
        .select_from(outbox.outerjoin(events, events.c.id == outbox.c.event_id))
        .where(or_(meant, happened), or_(waits, went))
    )
    return (0, 0) if row is None else (row.late, row.waiting)


def _as_outage(row: Row[Any]) -> Outage:
    return Outage(OutageKind(row.kind), row.began_at, row.ended_at)
