"""What accounts are at the school today: whose names they bear, and which roles."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from journal.model.access import BindingKind
from journal.model.people import Role, RoleAssignment
from storage.db import Db
from storage.listeners import held_on, live
from storage.question import question
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
    colleagues: dict[int, list[Standing]] = {}
    for row in await db.all(_bound(account_ids, day)):
        standing = found[row.account_id]
        standing.persons.add(row.person_id)
        if row.kind == BindingKind.STAFF and standing.colleague is None:
            standing.colleague = row.person_id
            colleagues.setdefault(row.person_id, []).append(standing)
    for row in await db.all(_held(colleagues, day)):
        for standing in colleagues[row.person_id]:
            standing.roles.append(RoleAssignment(Role(row.role), row.unit_id))
    return found


@question
def _bound(account_ids: Collection[int], day: date) -> Select[Any]:
    return (
        select(bindings.c.account_id, bindings.c.person_id, bindings.c.kind)
        .where(bindings.c.account_id.in_(account_ids), live(day))
        .order_by(bindings.c.id)
    )


@question
def _held(persons: Collection[int], day: date) -> Select[Any]:
    held = role_assignments.c
    return select(held.person_id, held.role, held.unit_id).where(held.person_id.in_(persons), held_on(day))
