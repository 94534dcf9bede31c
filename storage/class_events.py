"""Queries about events of classes and of the whole school."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, or_, select, update

from journal.model.class_events import ClassEvent
from journal.model.span import Span
from storage.db import Db
from storage.tables.notices import class_events


class ClassEventQueries:
    """Implements `journal.ports.class_events.ClassEvents`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def of_unit(self, unit_id: int, span: Span) -> list[ClassEvent]:
        table = class_events.c
        rows = await self.db.all(
            select(class_events).where(
                table.date.between(span.first, span.last),
                table.withdrawn_at.is_(None),
                or_(table.unit_id.is_(None), table.unit_id == unit_id),
            )
        )
        return sorted(map(as_event, rows), key=lambda one: (one.day, one.starts or time.min, one.id))

    async def event(self, event_id: int) -> ClassEvent | None:
        return (await self.by_ids([event_id])).get(event_id)

    async def by_ids(self, event_ids: Collection[int]) -> dict[int, ClassEvent]:
        rows = await self.db.all(select(class_events).where(class_events.c.id.in_(event_ids)))
        return {row.id: as_event(row) for row in rows}

    async def add(self, event: ClassEvent, author_id: int, at: datetime) -> int:
        return await self.db.insert(
            class_events,
            unit_id=event.unit_id,
            **_words(event),
            author_id=author_id,
            created_at=at,
        )

    async def change(self, event: ClassEvent) -> None:
        await self.db.run(update(class_events).where(class_events.c.id == event.id).values(**_words(event)))

    async def cancel(self, event_id: int, at: datetime) -> None:
        await self.db.run(update(class_events).where(class_events.c.id == event_id).values(withdrawn_at=at))


def _words(event: ClassEvent) -> dict[str, Any]:
    return {
        "date": event.day,
        "starts": event.starts,
        "title": event.title,
        "place": event.place,
        "responsible": event.responsible,
    }


def as_event(row: Row[Any]) -> ClassEvent:
    return ClassEvent(
        id=row.id,
        unit_id=row.unit_id,
        day=row.date,
        title=row.title,
        starts=row.starts,
        place=row.place,
        responsible=row.responsible,
        cancelled=row.withdrawn_at is not None,
        invited=row.invited_at is not None,
    )
