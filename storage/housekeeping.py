"""What the outbox and its neighbours keep, and for how long."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, select, update

from journal.model.outbox import PushState
from storage import inbox, messages
from storage.db import Db
from storage.outbox.rows import WAITING
from storage.tables.folds import folds
from storage.tables.outbox import events, job_runs, outbox, threads
from storage.tables.pictures import pictures

# A correction may still edit a message of this age.
KEPT = timedelta(days=200)
# A picture of last month is hardly looked at again; it would only be uploaded anew.
PICTURES_KEPT = timedelta(days=30)
# An old button works for months; beyond, it says that it is out of date.
FOLDS_KEPT = timedelta(days=365)
# Raw updates hold people's words; the messenger repeats itself for a day at most.
INBOX_KEPT = timedelta(hours=48)
# A thread in which nobody has written for a year; one that was complained of waits for its decision.
MESSAGES_KEPT = timedelta(days=365)


async def clean_up(db: Db, now: datetime) -> int:
    """Close what can no longer be told, and forget what is long settled; returns how many rows it touched."""
    old = now - KEPT
    touched = await db.run(
        update(outbox)
        .where(WAITING, outbox.c.expires_at <= now)
        .values(state=PushState.EXPIRED, settled_at=now, error="too late")
    )
    touched += await inbox.forget(db, now - INBOX_KEPT)
    touched += await messages.forget(db, now - MESSAGES_KEPT)
    for statement in (
        delete(outbox).where(outbox.c.settled_at < old),
        delete(threads).where(threads.c.told_at < old),
        delete(events).where(events.c.settled_at < old, ~_pointed_at()),
        delete(job_runs).where(job_runs.c.due_at < old),
        delete(folds).where(folds.c.kept_at < now - FOLDS_KEPT),
        delete(pictures).where(pictures.c.kept_at < now - PICTURES_KEPT),
    ):
        touched += await db.run(statement)
    return touched


def _pointed_at() -> ColumnElement[bool]:
    return exists(select(outbox.c.id).where(outbox.c.event_id == events.c.id))
