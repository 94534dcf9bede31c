"""What waits in the outbox, what went, and whom the messenger does not reach."""

from datetime import datetime

from sqlalchemy import and_, case, distinct, func, literal_column, select

from journal.model.channels import Channel
from journal.model.delivery import LaneLoad, Reach
from journal.model.outbox import Lane
from storage.db import Db
from storage.outbox.rows import LEASED, WAITING
from storage.tables.access import accounts, bindings
from storage.tables.channels import destinations
from storage.tables.outbox import outbox

SENT = outbox.c.state == literal_column("'sent'")
# Whether somebody can be reached stands with the account for the messenger, with the address elsewhere.
_TELEGRAM = and_(accounts.c.id == outbox.c.account_id, outbox.c.channel == Channel.TELEGRAM)
_ELSEWHERE = and_(
    destinations.c.account_id == outbox.c.account_id, destinations.c.channel == outbox.c.channel
)


class LoadQueries:
    db: Db

    async def lanes(self, now: datetime) -> list[LaneLoad]:
        due = outbox.c.not_before <= now
        away = ~due & func.coalesce(accounts.c.unreachable_at, destinations.c.unreachable_at).is_not(None)
        later = ~due & ~away
        rows = await self.db.all(
            select(
                outbox.c.lane,
                func.count(case((due, 1))).label("due"),
                func.count(case((later, 1))).label("later"),
                func.count(case((away, 1))).label("away"),
                func.min(case((due, outbox.c.not_before))).label("since"),
                func.min(case((later, outbox.c.not_before))).label("next_at"),
                func.min(case((away, outbox.c.not_before))).label("probe_at"),
            )
            .select_from(outbox.outerjoin(accounts, _TELEGRAM).outerjoin(destinations, _ELSEWHERE))
            .where(WAITING | LEASED)
            .group_by(outbox.c.lane)
        )
        found = {row.lane: LaneLoad(Lane(row.lane), *row[1:]) for row in rows}
        return [found.get(lane, LaneLoad(lane)) for lane in Lane]

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
