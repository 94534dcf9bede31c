"""Events: one row each, in the transaction that made them true."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update

from journal.events import Event
from storage.db import Db
from storage.tables.outbox import events


@dataclass(frozen=True, slots=True)
class Recorded:
    event: Event
    at: datetime
    hold_until: datetime
    account_id: int | None


async def write(db: Db, recorded: list[Recorded]) -> None:
    """Store the events. A held event about the same subject gives way: people hear the newest state once."""
    for item in recorded:
        await db.run(
            update(events)
            .where(events.c.subject == item.event.subject, events.c.state == "waiting")
            .values(state="replaced", settled_at=item.at)
        )
        await db.insert(
            events,
            kind=item.event.kind,
            payload=item.event.payload(),
            at=item.at,
            hold_until=item.hold_until,
            subject=item.event.subject,
            state="waiting",
            actor_account_id=item.account_id,
        )
