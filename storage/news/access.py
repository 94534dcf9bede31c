"""The facts of links between accounts and people."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from journal.model.access import BindingKind
from journal.model.people import Child, Person
from storage.children import children
from storage.db import Db
from storage.people import PERSON, as_person
from storage.tables.access import accounts, bindings, codes
from storage.tables.people import people


@dataclass(frozen=True, slots=True)
class Link:
    """A binding or a code: whose, for which child, on which account."""

    id: int
    kind: BindingKind
    person: Person
    child: Child | None
    capacity: str | None
    account_id: int | None


async def links(db: Db, ids: Collection[int], day: date) -> dict[int, Link]:
    """Bindings by id, live or ended; two statements."""
    return await _links(
        db,
        select(
            bindings.c.id.label("link_id"),
            bindings.c.kind,
            bindings.c.student_id,
            bindings.c.capacity,
            bindings.c.account_id,
            *PERSON,
        )
        .join(people, people.c.id == bindings.c.person_id)
        .where(bindings.c.id.in_(ids)),
        day,
    )


async def code_links(db: Db, ids: Collection[int], day: date) -> dict[int, Link]:
    """Codes by id, as the links they would make; two statements."""
    return await _links(
        db,
        select(
            codes.c.id.label("link_id"),
            codes.c.kind,
            codes.c.student_id,
            codes.c.capacity,
            codes.c.redeemed_by.label("account_id"),
            *PERSON,
        )
        .join(people, people.c.id == codes.c.person_id)
        .where(codes.c.id.in_(ids)),
        day,
    )


async def _links(db: Db, statement: Select[Any], day: date) -> dict[int, Link]:
    rows = await db.all(statement)
    named = await children(db, {row.student_id for row in rows if row.student_id is not None}, day)
    return {row.link_id: _as_link(row, named) for row in rows}


def _as_link(row: Row[Any], named: dict[int, Child]) -> Link:
    return Link(
        id=row.link_id,
        kind=BindingKind(row.kind),
        person=as_person(row),
        child=named.get(row.student_id),
        capacity=row.capacity,
        account_id=row.account_id,
    )


async def phones(db: Db, persons: Collection[int]) -> dict[int, set[int]]:
    """The accounts linked to each of these people in whatever capacity; one statement."""
    rows = await db.all(
        select(bindings.c.person_id, bindings.c.account_id)
        .join(accounts, accounts.c.id == bindings.c.account_id)
        .where(
            bindings.c.person_id.in_(persons),
            bindings.c.ended_at.is_(None),
            accounts.c.blocked_at.is_(None),
        )
    )
    found: dict[int, set[int]] = {person: set() for person in persons}
    for row in rows:
        found[row.person_id].add(row.account_id)
    return found
