"""What is kept of the correspondence, and for how long."""

from datetime import datetime

from sqlalchemy import delete, or_, select

from storage.db import Db
from storage.messages.rows import OWNER
from storage.tables.lessons import attachments
from storage.tables.messages import conversation_members, conversations, messages


async def forget(db: Db, before: datetime) -> int:
    """Remove the threads in which nobody has written since, with all that hangs on them; how many went.

    One that was stopped stays, so that it stays stopped, and so does one whose complaint is open.
    """
    old = select(conversations.c.id).where(
        conversations.c.last_at < before,
        conversations.c.blocked_at.is_(None),
        or_(conversations.c.reported_at.is_(None), conversations.c.decided_at.is_not(None)),
    )
    letters = select(messages.c.id).where(messages.c.conversation_id.in_(old))
    await db.run(
        delete(attachments).where(attachments.c.owner_kind == OWNER, attachments.c.owner_id.in_(letters))
    )
    await db.run(delete(messages).where(messages.c.conversation_id.in_(old)))
    await db.run(delete(conversation_members).where(conversation_members.c.conversation_id.in_(old)))
    return await db.run(delete(conversations).where(conversations.c.id.in_(old)))
