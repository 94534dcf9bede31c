"""The inbox: raw updates, durable before they are confirmed, settled with their effect."""

from datetime import datetime

from sqlalchemy import update

from storage.db import Db
from storage.tables.outbox import inbox


async def settle(db: Db, update_id: int, at: datetime) -> None:
    """Mark the update as done, in the transaction of its effect."""
    await db.run(update(inbox).where(inbox.c.update_id == update_id).values(state="done", settled_at=at))
