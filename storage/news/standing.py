"""What accounts are at the school today: whose names they bear, and which roles."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from journal.model.access import BindingKind
from journal.model.people import Role, RoleAssignment
from storage.db import Db
from storage.listeners import held_on, live
from storage.tables.access import bindings
from storage.tables.people import role_assignments


@dataclass(slots=True)
class Standing:
    """One account's; empty once its last binding has ended."""

    # Everybody under whose name it is linked, in whatever capacity.
    persons: set[int] = field(default_factory=set)
    # The member of staff it belongs to, with that person's roles.
    colleague: int | None = None
    roles: list[RoleAssignment] = field(default_factory=list)


async def standings(db: Db, account_ids: Collection[int], day: date) -> dict[int, Standing]:
    """Every account's standing; two statements."""
    found = {account: Standing() for account in account_ids}
    bound = await db.all(
        select(bindings.c.account_id, bindings.c.person_id, bindings.c.kind)
        .where(bindings.c.account_id.in_(account_ids), live(day))
        .order_by(bindings.c.id)
    )
    colleagues: dict[int, list[Standing]] = {}
    for row in bound:
        standing = found[row.account_id]
        standing.persons.add(row.person_id)
        if row.kind == BindingKind.STAFF and standing.colleague is None:
            standing.colleague = row.person_id
            colleagues.setdefault(row.person_id, []).append(standing)
    held = role_assignments.c
    roles = select(held.person_id, held.role, held.unit_id).where(
        held.person_id.in_(colleagues), held_on(day)
    )
    for row in await db.all(roles):
        for standing in colleagues[row.person_id]:
            standing.roles.append(RoleAssignment(Role(row.role), row.unit_id))
    return found
