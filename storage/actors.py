"""Who acts: the account behind an update with everything it is at this moment, in three statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from journal.model.access import Actor, Awaited, BindingKind, Hat, Privacy
from journal.model.people import Capacity, Child, Role, RoleAssignment
from storage.db import Db
from storage.people import belongs_on, class_of
from storage.question import question
from storage.tables.access import accounts, bindings, input_states
from storage.tables.people import people, role_assignments, units


@dataclass(frozen=True, slots=True)
class Identified:
    """The actor, and the typed answer it was asked for, if any."""

    actor: Actor
    awaited: Awaited | None
    seen_at: datetime | None
    # Its pushes wait, because it could not be reached.
    out_of_reach: bool = False
    # A digest of the commands that its chat lists.
    listed: str | None = None


async def identify(db: Db, platform: str, platform_id: str, today: date, now: datetime) -> Identified | None:
    """Everything that account is now; None for an account never met. Always at most three statements."""
    account = await db.first(_account(platform, platform_id))
    if account is None:
        return None
    bound = await db.all(_bindings(account.id, today))
    staff = next((row.person_id for row in bound if row.kind == BindingKind.STAFF), None)
    roles = await _roles(db, staff, today) if staff is not None else ()
    return Identified(
        _actor(account, bound, roles, staff),
        _awaited(account, now),
        account.last_seen_at,
        account.unreachable_at is not None,
        account.commands,
    )


async def greet(db: Db, platform: str, platform_id: str, locale: str, now: datetime) -> None:
    """Make the account's row at first contact; harmless if it was made meanwhile. The caller commits."""
    row = {"platform": platform, "platform_id": platform_id, "locale": locale, "created_at": now}
    await db.insert_new(accounts, [row])


async def seen(db: Db, account_ids: Iterable[int], at: datetime) -> None:
    """Note that these accounts were active. The caller commits."""
    ids = list(account_ids)
    if ids:
        await db.run(update(accounts).where(accounts.c.id.in_(ids)).values(last_seen_at=at))


async def listed(db: Db, account_id: int, digest: str) -> None:
    """Note which commands the account's chat lists. The caller commits."""
    await db.run(update(accounts).where(accounts.c.id == account_id).values(commands=digest))


@question
def _account(platform: str, platform_id: str) -> Select[Any]:
    return (
        select(accounts, input_states.c.kind, input_states.c.payload, input_states.c.message_id)
        .add_columns(input_states.c.expires_at)
        .outerjoin(input_states, input_states.c.account_id == accounts.c.id)
        .where(accounts.c.platform == platform, accounts.c.platform_id == platform_id)
    )


def live(today: date) -> ColumnElement[bool]:
    """The binding holds on that day."""
    return and_(
        bindings.c.ended_at.is_(None), or_(bindings.c.expires_on.is_(None), bindings.c.expires_on >= today)
    )


@question
def _bindings(account_id: int, today: date) -> Select[Any]:
    # A class, not a subgroup, is where a child belongs; a child between two classes has a row without one.
    current = class_of(bindings.c.student_id, belongs_on(today))
    return (
        select(bindings.c.kind, bindings.c.person_id, bindings.c.student_id, bindings.c.capacity)
        .add_columns(people.c.first_name, people.c.last_name)
        .add_columns(units.c.id.label("unit_id"), units.c.name.label("unit_name"))
        .select_from(bindings)
        .outerjoin(people, people.c.id == bindings.c.student_id)
        .outerjoin(units, units.c.id == current)
        .where(bindings.c.account_id == account_id, live(today))
        .order_by(bindings.c.id)
    )


async def _roles(db: Db, person_id: int, today: date) -> tuple[RoleAssignment, ...]:
    return tuple(
        RoleAssignment(Role(row.role), row.unit_id, row.order_number, row.order_date)
        for row in await db.all(_held(person_id, today))
    )


@question
def _held(person_id: int, today: date) -> Select[Any]:
    held = role_assignments.c
    return (
        select(held.role, held.unit_id, held.order_number, held.order_date)
        .where(
            held.person_id == person_id, held.since <= today, or_(held.until.is_(None), held.until > today)
        )
        .order_by(held.id)
    )


def _actor(
    account: Row[Any], bound: Sequence[Row[Any]], roles: tuple[RoleAssignment, ...], staff: int | None
) -> Actor:
    families = [row for row in bound if row.kind == BindingKind.GUARDIAN]
    children = {
        row.student_id: Child(row.student_id, row.first_name, row.last_name, row.unit_id, row.unit_name or "")
        for row in families
    }
    student = next((row.student_id for row in bound if row.kind == BindingKind.STUDENT), None)
    current = account.student_id if account.student_id in children else next(iter(children), None)
    return Actor(
        account_id=account.id,
        locale=account.locale,
        person_id=staff or next((row.person_id for row in families), student),
        roles=roles,
        children=tuple(children.values()),
        student_id=student,
        current_student_id=current,
        hat=_hat(account.hat, roles, children, student),
        capacities={row.student_id: Capacity(row.capacity) for row in families if row.capacity},
        large=account.large,
        privacy=Privacy(account.privacy),
        protect=account.protect,
    )


def _hat(
    worn: str | None, roles: Sequence[RoleAssignment], children: dict[int, Child], student: int | None
) -> Hat | None:
    owned = {Hat.STAFF: bool(roles), Hat.GUARDIAN: bool(children), Hat.STUDENT: student is not None}
    if worn and owned.get(Hat(worn)):
        return Hat(worn)
    return next((hat for hat, has in owned.items() if has), None)


def _awaited(account: Row[Any], now: datetime) -> Awaited | None:
    if account.kind is None or account.expires_at <= now:
        return None
    return Awaited(account.kind, account.payload, account.message_id)
