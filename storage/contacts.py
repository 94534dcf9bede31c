"""Phones and addresses of people: the first of each kind is the one in use."""

from datetime import datetime

from sqlalchemy import select, update

from storage.db import Db
from storage.tables.people import contacts


async def reach_at(
    db: Db, person_id: int, kind: str, value: str, confirmed_at: datetime | None = None
) -> None:
    """Put the value into the person's first contact of the kind; unconfirmed, it has to be confirmed anew."""
    first = (
        select(contacts.c.id)
        .where(contacts.c.person_id == person_id, contacts.c.kind == kind)
        .order_by(contacts.c.id)
        .limit(1)
    )
    touched = await db.run(
        update(contacts)
        .where(contacts.c.id == first.scalar_subquery())
        .values(value=value, confirmed_at=confirmed_at)
    )
    if not touched:
        await db.insert(contacts, person_id=person_id, kind=kind, value=value, confirmed_at=confirmed_at)
