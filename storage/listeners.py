"""The accounts that news may go to: families by their children, staff by their roles."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from journal.model.access import BindingKind
from journal.model.people import Child, Role
from journal.model.subscriptions import DIGEST_AT, Listener, Mode, Topic
from storage.db import Db
from storage.outbox import probe_of
from storage.people import belongs_on
from storage.question import question
from storage.tables.access import accounts, bindings
from storage.tables.outbox import subscriptions
from storage.tables.people import enrolments, people, role_assignments, units


async def families(db: Db, students: Collection[int], day: date) -> list[Listener]:
    """Everybody bound to these students on that day, a student's own account too; two statements in all.

    A binding is the whole right to hear: none is made before consent stands, and its withdrawal ends it.
    """
    rows = await db.all(_bound(day, students))
    modes: dict[tuple[int, int], dict[Topic, Mode]] = {}
    for row in await db.all(_chosen(students)):
        modes.setdefault((row.account_id, row.student_id), {})[Topic(row.kind)] = Mode(row.mode)
    found: dict[tuple[int, int], Listener] = {}
    for row in rows:
        # A student enrolled twice is one child; the earliest binding counts.
        found.setdefault(
            (row.account_id, row.student_id),
            Listener(
                account_id=row.account_id,
                child=Child(row.student_id, row.first_name, row.last_name, row.unit_id, row.unit_name or ""),
                kind=BindingKind(row.kind),
                news_since=row.news_since,
                modes=modes.get((row.account_id, row.student_id), {}),
                quiet_from=row.quiet_from,
                quiet_to=row.quiet_to,
                weekly_day=row.weekly_day,
                digest_at=row.digest_at or DIGEST_AT,
                probe_at=probe_of(row.unreachable_at),
            ),
        )
    return list(found.values())


@question
def _chosen(students: Collection[int]) -> Select[Any]:
    return select(subscriptions).where(subscriptions.c.student_id.in_(students))


@question
def _bound(day: date, students: Collection[int]) -> Select[Any]:
    current = (
        select(enrolments.c.student_id, units.c.id.label("unit_id"), units.c.name)
        .join(units, units.c.id == enrolments.c.unit_id)
        # Named here too: else the enrolments of the whole school are looked through.
        .where(enrolments.c.student_id.in_(students), belongs_on(day), units.c.parent_id.is_(None))
        .subquery()
    )
    return (
        select(
            bindings.c.account_id,
            bindings.c.student_id,
            bindings.c.kind,
            bindings.c.news_since,
            people.c.first_name,
            people.c.last_name,
            current.c.unit_id,
            current.c.name.label("unit_name"),
            accounts.c.quiet_from,
            accounts.c.quiet_to,
            accounts.c.weekly_day,
            accounts.c.digest_at,
            accounts.c.unreachable_at,
        )
        .join(accounts, accounts.c.id == bindings.c.account_id)
        .join(people, people.c.id == bindings.c.student_id)
        .outerjoin(current, current.c.student_id == bindings.c.student_id)
        .where(bindings.c.student_id.in_(students), live(day), accounts.c.blocked_at.is_(None))
        .order_by(bindings.c.news_since, bindings.c.id)
    )


def live(day: date) -> ColumnElement[bool]:
    """The binding holds on that day."""
    return and_(
        bindings.c.ended_at.is_(None), or_(bindings.c.expires_on.is_(None), bindings.c.expires_on >= day)
    )


async def staff(db: Db, persons: Collection[int]) -> dict[int, list[int]]:
    """The accounts of members of staff, by person."""
    found: dict[int, list[int]] = {}
    for row in await db.all(_accounts_of(persons)):
        if row.account_id not in found.setdefault(row.person_id, []):
            found[row.person_id].append(row.account_id)
    return found


@question
def _accounts_of(persons: Collection[int]) -> Select[Any]:
    return (
        select(bindings.c.person_id, bindings.c.account_id)
        .join(accounts, accounts.c.id == bindings.c.account_id)
        .where(
            bindings.c.kind == BindingKind.STAFF,
            bindings.c.person_id.in_(persons),
            bindings.c.ended_at.is_(None),
            accounts.c.blocked_at.is_(None),
        )
        .order_by(bindings.c.id)
    )


def held_on(day: date) -> ColumnElement[bool]:
    """The role is held on that day."""
    return and_(
        role_assignments.c.since <= day,
        or_(role_assignments.c.until.is_(None), role_assignments.c.until > day),
    )


async def holders(
    db: Db, role: Role, day: date, units_of: Collection[int] | None = None
) -> dict[int | None, list[int]]:
    """Who holds a role that day, by unit (None: the whole school); only of `units_of`, if given."""
    statement = select(role_assignments.c.unit_id, role_assignments.c.person_id).where(
        role_assignments.c.role == role, held_on(day)
    )
    if units_of is not None:
        statement = statement.where(role_assignments.c.unit_id.in_(units_of))
    found: dict[int | None, list[int]] = {}
    for row in await db.all(statement.order_by(role_assignments.c.id)):
        found.setdefault(row.unit_id, []).append(row.person_id)
    return found
