"""What was taken out of the diary, as the audit keeps it."""

from collections.abc import Collection

from sqlalchemy import select

from storage.db import Db
from storage.tables.control import audit


async def withdrawn(db: Db, lessons: Collection[int]) -> dict[tuple[int, int], tuple[str | None, str | None]]:
    """By lesson and author the words taken out last, and the reason; one statement."""
    rows = await db.all(
        select(audit.c.object_id, audit.c.before, audit.c.reason)
        .where(
            audit.c.object_kind == "lesson",
            audit.c.object_id.in_(lessons),
            audit.c.action == "comment.withdraw",
        )
        .order_by(audit.c.id)
    )
    return {
        (row.object_id, row.before["person"]): (row.before["text"], row.reason) for row in rows if row.before
    }
