"""Events: one row each, in the transaction that made them true."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import literal_column, select, update

from journal.events import Event
from storage.db import Db
from storage.tables.outbox import events

# A literal, not a parameter: the partial index serves only a condition the planner can see.
WAITING = events.c.state == literal_column("'waiting'")


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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored event whose hold is over."""

    id: int
    kind: str
    payload: dict[str, Any]
    at: datetime
    subject: str
    account_id: int | None


async def any_due(db: Db, now: datetime) -> bool:
    """Whether any event's hold is over; a glance."""
    found = await db.first(select(events.c.id).where(WAITING, events.c.hold_until <= now).limit(1))
    return found is not None


async def due(db: Db, now: datetime, most: int) -> list[Waiting]:
    """Waiting events whose hold is over, the oldest first; on PostgreSQL those nobody else is expanding."""
    rows = await db.all(
        select(events)
        .where(WAITING, events.c.hold_until <= now)
        .order_by(events.c.hold_until, events.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return [Waiting(row.id, row.kind, row.payload, row.at, row.subject, row.actor_account_id) for row in rows]


async def settle(
    db: Db, ids: Collection[int], at: datetime, *, state: str = "done", error: str | None = None
) -> None:
    """The events were told (or set aside with a reason)."""
    await db.run(update(events).where(events.c.id.in_(ids)).values(state=state, settled_at=at, error=error))


async def known(db: Db, subjects: Collection[str]) -> set[str]:
    """Those of the subjects about which anything was ever recorded."""
    return set(await db.scalars(select(events.c.subject).where(events.c.subject.in_(subjects)).distinct()))
