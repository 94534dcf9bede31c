"""Colleagues are reminded by hand, and whoever was reminded a little while ago is left in peace."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from journal.events import Event
from journal.ports import Work

E = TypeVar("E", bound=Event)

PEACE = timedelta(hours=1)
_NEVER = datetime.min.replace(tzinfo=UTC)


async def record_fresh(work: Work, events: Sequence[E]) -> list[E]:
    """Record those that nobody was told of since `PEACE`; returns them. The caller commits."""
    told = await work.control.told_at([event.subject for event in events])
    fresh = [event for event in events if told.get(event.subject, _NEVER) <= work.now - PEACE]
    for event in fresh:
        work.record(event)
    return fresh
