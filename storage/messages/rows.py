"""Rows of threads and messages with their files."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from journal.model.lessons import Attachment
from journal.model.messages import Context, Conversation, Letter, Office
from storage.attachments import attached
from storage.db import Db
from storage.tables.messages import conversations

OWNER = "message"


class MessageRows:
    """What the queries of the area share."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def conversation(self, conversation_id: int) -> Conversation | None:
        row = await self.db.first(select(conversations).where(conversations.c.id == conversation_id))
        return as_conversation(row) if row else None

    async def with_files(self, rows: Sequence[Row[Any]]) -> list[Letter]:
        """The messages with their files; one statement."""
        found = await attached(self.db, OWNER, [row.id for row in rows]) if rows else {}
        return [_as_letter(row, found.get(row.id, ())) for row in rows]


def as_conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        id=row.id,
        student_id=row.student_id,
        family_id=row.family_id,
        office=Office(row.office),
        staff_id=row.staff_id,
        last_at=row.last_at,
        closed_at=row.closed_at,
        reported_at=row.reported_at,
        reported_by=row.reported_by,
        decided_at=row.decided_at,
        blocked_at=row.blocked_at,
    )


def _as_letter(row: Row[Any], files: tuple[Attachment, ...]) -> Letter:
    return Letter(
        id=row.id,
        conversation_id=row.conversation_id,
        author_id=row.author_id,
        from_family=row.from_family,
        text=row.text,
        sent_at=row.sent_at,
        context=Context.of_json(row.context) if row.context else None,
        attachments=files,
    )
