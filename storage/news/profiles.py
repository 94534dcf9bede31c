"""The facts of changes that families ask for."""

from collections.abc import Collection
from datetime import date

from journal.model.news import ProfileNews
from storage.children import children
from storage.db import Db
from storage.profiles import as_change, select_changes
from storage.tables.people import profile_changes


async def changed(db: Db, ids: Collection[int], day: date) -> dict[int, ProfileNews]:
    """The changes by id, with the child whose class teacher decides; two statements."""
    rows = await db.all(select_changes(profile_changes.c.id.in_(ids)))
    found = [as_change(row) for row in rows]
    named = await children(db, {one.student_id for one in found}, day)
    return {one.id: ProfileNews(named.get(one.student_id), one) for one in found}
