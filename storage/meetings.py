"""Queries about parents' meetings and who comes."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update

from journal.model.class_events import ClassEvent
from journal.model.span import Span
from storage.class_events import as_event
from storage.db import Db
from storage.tables.access import bindings
from storage.tables.notices import class_events, meeting_answers


class MeetingQueries:
    """Implements `journal.ports.meetings.Meetings`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def invite(self, event_id: int, at: datetime) -> None:
        await self.db.run(update(class_events).where(class_events.c.id == event_id).values(invited_at=at))

    async def on(self, span: Span) -> list[ClassEvent]:
        rows = await self.db.all(
            select(class_events)
            .where(
                class_events.c.date.between(span.first, span.last),
                class_events.c.unit_id.is_not(None),
                class_events.c.invited_at.is_not(None),
                class_events.c.withdrawn_at.is_(None),
            )
            .order_by(class_events.c.id)
        )
        return [as_event(row) for row in rows]

    async def answers(self, event_ids: Collection[int]) -> dict[tuple[int, int], bool]:
        rows = await self.db.all(select(meeting_answers).where(meeting_answers.c.event_id.in_(event_ids)))
        return {(row.event_id, row.person_id): row.coming for row in rows}

    async def answered(
        self, event_ids: Collection[int], account_ids: Collection[int]
    ) -> dict[tuple[int, int], bool]:
        """By meeting and account, whether whoever holds the account comes."""
        rows = await self.db.all(
            select(meeting_answers.c.event_id, bindings.c.account_id, meeting_answers.c.coming)
            .join(bindings, bindings.c.person_id == meeting_answers.c.person_id)
            .where(
                meeting_answers.c.event_id.in_(event_ids),
                bindings.c.account_id.in_(account_ids),
                bindings.c.ended_at.is_(None),
            )
        )
        return {(row.event_id, row.account_id): row.coming for row in rows}

    async def answer(self, event_id: int, person_id: int, *, coming: bool, at: datetime) -> None:
        row = {"event_id": event_id, "person_id": person_id, "coming": coming, "answered_at": at}
        await self.db.upsert(meeting_answers, ("event_id", "person_id"), [row])
