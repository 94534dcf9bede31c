"""What the watch over the running bot writes: signs of life, outages that begin and end."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from journal.model.outbox import Lane
from journal.model.trouble import OutageKind
from storage.db import Db
from storage.delivery.load import SENT
from storage.outbox.rows import WAITING
from storage.tables.outbox import outbox
from storage.tables.watch import outages, watch


async def beat(
    db: Db, names: Collection[str], machine_now: datetime, now: datetime, *, broken: timedelta
) -> dict[str, timedelta]:
    """Note that these are at work; returns for each how long nobody was, where that was known.

    `since` begins anew after a break longer than `broken`.
    """
    rows = await db.all(select(watch).where(watch.c.name.in_(names)).with_for_update())
    known = {row.name: row for row in rows}
    gaps = {name: machine_now - row.machine_at for name, row in known.items()}
    await db.upsert(
        watch,
        ("name",),
        [
            {
                "name": name,
                "machine_at": max(machine_now, known[name].machine_at) if name in known else machine_now,
                "since": known[name].since if name in known and gaps[name] <= broken else now,
            }
            for name in sorted(names)
        ],
    )
    return gaps


async def oldest_due(db: Db, lane: Lane, now: datetime) -> datetime | None:
    """Since when the oldest of what is due in the lane waits."""
    found: datetime | None = await db.scalar(
        select(func.min(outbox.c.not_before)).where(
            WAITING, outbox.c.lane == int(lane), outbox.c.not_before <= now
        )
    )
    return found


async def last_sent(db: Db) -> datetime | None:
    """When the last message arrived."""
    found: datetime | None = await db.scalar(select(func.max(outbox.c.settled_at)).where(SENT))
    return found


async def more_due_than(db: Db, most: int, now: datetime) -> bool:
    """Whether more messages are due; counts no further than that."""
    some = select(outbox.c.id).where(WAITING, outbox.c.not_before <= now).limit(most + 1).subquery()
    return int(await db.scalar(select(func.count()).select_from(some)) or 0) > most


async def begin(db: Db, kind: OutageKind, began_at: datetime, machine_now: datetime) -> int | None:
    """The outage goes on; its id if it was not known before."""
    seen = update(outages).where(outages.c.kind == kind, outages.c.ended_at.is_(None))
    if await db.run(seen.values(seen_at=machine_now)):
        return None
    statement = db.insert_statement(outages).values(kind=kind, began_at=began_at, seen_at=machine_now)
    made = await db.first(statement.on_conflict_do_nothing().returning(outages.c.id))
    return None if made is None else int(made.id)


async def over(
    db: Db, kind: OutageKind, ended_at: datetime, machine_now: datetime, *, unseen: timedelta
) -> int | None:
    """The outage is over, unless another process saw it within `unseen`; its id if it had gone on."""
    ended = (
        update(outages)
        .where(outages.c.kind == kind, outages.c.ended_at.is_(None))
        .where(outages.c.seen_at <= machine_now - unseen)
        .values(ended_at=ended_at)
        .returning(outages.c.id)
    )
    found = await db.first(ended)
    return None if found is None else int(found.id)


async def note(
    db: Db, kind: OutageKind, began_at: datetime, ended_at: datetime, machine_now: datetime
) -> int:
    """An outage that is over when it is first seen."""
    return await db.insert(outages, kind=kind, began_at=began_at, ended_at=ended_at, seen_at=machine_now)


async def moment(db: Db, name: str) -> datetime | None:
    """What is kept under that name, on the school's clock."""
    found: datetime | None = await db.scalar(select(watch.c.since).where(watch.c.name == name))
    return found


async def keep(db: Db, name: str, machine_now: datetime, now: datetime) -> None:
    """Keep this moment under that name."""
    await db.upsert(watch, ("name",), [{"name": name, "machine_at": machine_now, "since": now}])
