"""The school year that imports go into."""

from datetime import date
from typing import Any

from sqlalchemy import Row, select

from storage.db import Db
from storage.tables.school import years


async def current_year(db: Db, today: date) -> Row[Any] | None:
    """The open year that holds today, else the next one, else the last one; None in an empty school."""
    rows = await db.all(select(years).where(years.c.closed_at.is_(None)).order_by(years.c.starts_on))
    running = [row for row in rows if row.starts_on <= today <= row.ends_on]
    coming = [row for row in rows if row.starts_on > today]
    return next(iter((*running, *coming, *reversed(rows))), None)
