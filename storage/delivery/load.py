"""What waits in the outbox, what went, and whom the messenger does not reach."""

from datetime import datetime

from sqlalchemy import case, distinct, func, literal_column, select

from journal.model.delivery import LaneLoad, Reach
from journal.model.outbox import Lane
from storage.db import Db
from storage.outbox.rows import LEASED, WAITING
from storage.tables.access import accounts, bindings
from storage.tables.outbox import outbox

SENT = outbox.c.state == literal_column("'sent'")


class LoadQueries:
    db: Db

    async def lanes(self, now: datetime) -> list[LaneLoad]:
        due = outbox.c.not_before <= now
        rows = await self.db.all(
            select(
                outbox.c.lane,
                func.count(case((due, 1))).label("due"),
                func.count(case((~due, 1))).label("later"),
                func.min(case((due, outbox.c.not_before))).label("since"),
            )
            .where(WAITING | LEASED)
            .group_by(outbox.c.lane)
        )
        found = {row.lane: LaneLoad(Lane(row.lane), row.due, row.later, row.since) for row in rows}
        return [found.get(lane, LaneLoad(lane, 0, 0, None)) for lane in Lane]

    async def sent_since(self, since: datetime) -> int:
        counted = select(func.count()).select_from(outbox).where(SENT, outbox.c.settled_at >= since)
        return int(await self.db.scalar(counted) or 0)

    async def reach(self) -> Reach:
        row = await self.db.first(
            select(
                func.count(distinct(accounts.c.id)).label("linked"),
                func.count(distinct(case((accounts.c.unreachable_at.is_not(None), accounts.c.id)))).label(
                    "away"
                ),
            )
            .join(bindings, bindings.c.account_id == accounts.c.id)
            .where(bindings.c.ended_at.is_(None), accounts.c.blocked_at.is_(None))
        )
        return Reach(row.linked, row.away) if row is not None else Reach(0, 0)
