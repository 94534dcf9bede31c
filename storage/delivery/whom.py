"""Whom a push was for: who holds the account, as what, and for which child."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, select

from journal.model.access import BindingKind
from journal.model.delivery import Whom
from journal.model.people import Child, Role
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.access import bindings
from storage.tables.people import enrolments, people, role_assignments, units

Key = tuple[int, int | None]
# The one role by which a colleague with several is named.
_ORDER = list(Role)


async def whom(db: Db, keys: Collection[Key]) -> dict[Key, Whom]:
    """By account and child (None: what concerns no child of its own); three statements."""
    accounts = {account for account, _ in keys}
    held = await db.all(
        select(bindings.c.account_id, bindings.c.kind, bindings.c.student_id, *PERSON)
        .join(people, people.c.id == bindings.c.person_id)
        .where(bindings.c.account_id.in_(accounts))
        # What holds now comes last, and so prevails.
        .order_by(bindings.c.ended_at.is_(None), bindings.c.id)
    )
    roles = await _roles(db, {row.id for row in held if row.kind == BindingKind.STAFF})
    named = await _children(db, {student for _, student in keys if student is not None})
    found: dict[Key, Whom] = {}
    for account, student in keys:
        for row in held:
            if row.account_id == account and _fits(row, student):
                found[account, student] = Whom(
                    BindingKind(row.kind), as_person(row), named.get(student or 0), roles.get(row.id)
                )
    return found


def _fits(row: Row[Any], student: int | None) -> bool:
    return student is None or row.student_id == student or row.id == student


async def _roles(db: Db, persons: Collection[int]) -> dict[int, Role]:
    rows = await db.all(
        select(role_assignments.c.person_id, role_assignments.c.role).where(
            role_assignments.c.person_id.in_(persons), role_assignments.c.until.is_(None)
        )
    )
    ordered = sorted(rows, key=lambda row: _ORDER.index(Role(row.role)))
    return {row.person_id: Role(row.role) for row in ordered}


async def _children(db: Db, students: Collection[int]) -> dict[int, Child]:
    rows = await db.all(
        select(*PERSON, units.c.id.label("unit_id"), units.c.name)
        .join(enrolments, enrolments.c.student_id == people.c.id)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(people.c.id.in_(students), units.c.parent_id.is_(None))
        .order_by(enrolments.c.since)
    )
    return {row.id: Child(row.id, row.first_name, row.last_name, row.unit_id, row.name) for row in rows}
