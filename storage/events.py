"""Events: one row each, in the transaction that made them true.

States: `waiting` (to be expanded), `done`, `replaced` (by a newer one about the same), `failed` (set aside:
nobody could be told of it, and somebody has to look), `put_away` (somebody looked at it).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, case, func, insert, literal_column, select, update

from journal.events import Event
from storage import signals
from storage.db import Db
from storage.question import question
from storage.tables.outbox import events

# A literal, not a parameter: the partial index serves only a condition the planner can see.
WAITING = events.c.state == literal_column("'waiting'")
FAILED = events.c.state == literal_column("'failed'")
# What was set aside longer ago is old news: it helps nobody to be told of it now.
NEWS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Recorded:
    event: Event
    at: datetime
    hold_until: datetime
    account_id: int | None


async def write(db: Db, recorded: list[Recorded]) -> None:
    """Store the events. One about the same subject that nobody was told of gives way to the newest."""
    newest = {item.event.subject: item for item in recorded}
    if newest:
        await db.run(
            update(events)
            .where(events.c.subject.in_(newest), WAITING | FAILED)
            .values(state="replaced", settled_at=recorded[-1].at)
        )
        await db.run(insert(events), [_row(item) for item in newest.values()])
        await signals.news(db)


def _row(item: Recorded) -> dict[str, Any]:
    return {
        "kind": item.event.kind,
        "payload": item.event.payload(),
        "at": item.at,
        "hold_until": item.hold_until,
        "subject": item.event.subject,
        "state": "waiting",
        "actor_account_id": item.account_id,
    }


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored event whose hold is over."""

    id: int
    kind: str
    payload: dict[str, Any]
    at: datetime
    subject: str
    account_id: int | None
    # How often it could not be expanded.
    tries: int = 0


async def any_due(db: Db, now: datetime) -> bool:
    """Whether any event's hold is over; a glance."""
    return await db.first(_any_due(now)) is not None


@question
def _any_due(now: datetime) -> Select[Any]:
    return select(events.c.id).where(WAITING, events.c.hold_until <= now).limit(1)


async def first_hold(db: Db) -> datetime | None:
    """When the hold of the next waiting event is over; a glance."""
    first: datetime | None = await db.scalar(_first_hold())
    return first


@question
def _first_hold() -> Select[Any]:
    return select(func.min(events.c.hold_until)).where(WAITING)


async def due(db: Db, now: datetime, most: int, patient: Collection[str] = ()) -> list[Waiting]:
    """Waiting events whose hold is over, the oldest first; on PostgreSQL those nobody else is expanding.

    Those of the `patient` kinds come last.
    """
    return [_as_waiting(row) for row in await db.all(_due(now, most, patient))]


@question
def _due(now: datetime, most: int, patient: Collection[str]) -> Select[Any]:
    return (
        select(events)
        .where(WAITING, events.c.hold_until <= now)
        .order_by(case((events.c.kind.in_(patient), 1), else_=0), events.c.hold_until, events.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )


async def by_ids(db: Db, ids: Collection[int]) -> dict[int, Waiting]:
    """Events by key, however they stand."""
    return {row.id: _as_waiting(row) for row in await db.all(select(events).where(events.c.id.in_(ids)))}


def _as_waiting(row: Row[Any]) -> Waiting:
    return Waiting(row.id, row.kind, row.payload, row.at, row.subject, row.actor_account_id, row.tries)


async def settle(db: Db, ids: Collection[int], at: datetime) -> int:
    """The events were told; returns how many of them nobody had expanded or withdrawn meanwhile."""
    waiting = update(events).where(events.c.id.in_(ids), WAITING)
    return await db.run(waiting.values(state="done", settled_at=at, error=None))


async def withdraw(db: Db, subject: str, at: datetime) -> bool:
    """Tell nobody of the subject any more; False where nothing waits, so that somebody may know already."""
    waiting = update(events).where(events.c.subject == subject, WAITING)
    return await db.run(waiting.values(state="replaced", settled_at=at)) > 0


async def failed(db: Db, event_id: int, at: datetime, reason: str, again: datetime | None) -> None:
    """The event could not be expanded: it waits until `again`, or is set aside where that is None."""
    end = {"state": "failed", "settled_at": at} if again is None else {"hold_until": again}
    await db.run(
        update(events).where(events.c.id == event_id).values(tries=events.c.tries + 1, error=reason, **end)
    )


async def count_failed(db: Db, now: datetime) -> int:
    """How many events of these days are set aside."""
    return int(await db.scalar(select(func.count()).where(FAILED, events.c.at > now - NEWS)) or 0)


async def retry_failed(db: Db, now: datetime) -> int:
    """Let what is set aside of these days wait once more, for one try each; returns how many there were."""
    await signals.news(db)
    return await db.run(
        update(events)
        .where(FAILED, events.c.at > now - NEWS)
        .values(state="waiting", hold_until=now, settled_at=None)
    )


async def known(db: Db, subjects: Collection[str]) -> set[str]:
    """Those of the subjects about which anything was ever recorded."""
    return set(await db.scalars(select(events.c.subject).where(events.c.subject.in_(subjects)).distinct()))
