"""How a push stands in its table."""

from typing import Any

from sqlalchemy import ColumnElement, Row, false, literal_column, true

from journal.model.channels import Channel
from journal.model.news import Kind
from journal.model.outbox import Grouping, Lane, Push
from storage.tables.outbox import outbox

# Literals, not parameters: a partial index serves only a condition the planner can see.
WAITING = outbox.c.state == literal_column("'waiting'")
LEASED = outbox.c.state == literal_column("'leased'")


def fare(paid: bool) -> ColumnElement[bool]:
    """Whether a push may go by paid broadcast."""
    return outbox.c.paid == (true() if paid else false())


def as_push(row: Row[Any]) -> Push:
    return Push(
        id=row.id,
        account_id=row.account_id,
        kind=Kind(row.kind),
        payload=row.payload,
        lane=Lane(row.lane),
        due_at=row.due_at,
        not_before=row.not_before,
        expires_at=row.expires_at,
        student_id=row.student_id,
        event_id=row.event_id,
        thread=row.thread,
        grouping=Grouping(row.grouping),
        attempts=row.attempts,
        error=row.error,
        channel=Channel(row.channel),
        paid=row.paid,
    )
