"""Codes for staff, with the order by which a role is held (R-002, R-150)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal import gate
from journal.access.issue import Issued, Recipient, issue
from journal.access.naming import read_name
from journal.dates import read_past_date
from journal.errors import InvalidError, NotFoundError
from journal.model.access import BindingKind
from journal.model.people import Person, Role, RoleAssignment, search_form
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

FOUND_AT_MOST = 12
_ORDER = re.compile(
    r"(?:приказ\w*\s*)?(?:№\s*)?(?P<number>\S{1,30})\s+(?:от|of)\s+(?P<day>.+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff as the administrator sees it."""

    person: Person
    roles: tuple[RoleAssignment, ...]
    linked: bool


@dataclass(frozen=True, slots=True)
class Order:
    """The director's order: its number and date."""

    number: str
    day: date


async def find_colleagues(ctx: Ctx, typed: str) -> list[Colleague]:
    """Members of staff by the beginning of a name; raises `InvalidError("name_unclear")` for no letters."""
    async with ctx.reading() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        folded = search_form(typed)
        if not folded or not any(char.isalpha() for char in folded):
            raise InvalidError("name_unclear")
        found = await work.access.find_staff(folded, FOUND_AT_MOST)
        return await _colleagues(work, found)


async def colleague(ctx: Ctx, person_id: int) -> Colleague:
    async with ctx.reading() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        return await _one(work, person_id)


async def issue_staff_code(ctx: Ctx, person_id: int) -> Issued:
    """A code for a member of staff who holds a role; one handed out before stops working."""
    async with ctx.writing() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        found = await _one(work, person_id)
        if not found.roles:
            raise InvalidError("no_role", name=found.person.full)
        (issued,) = await issue(work, [Recipient(BindingKind.STAFF, found.person)])
        await work.commit()
        return issued


async def appoint(
    ctx: Ctx, person_id: int, role: Role, order: Order | None, unit_id: int | None = None
) -> None:
    """Record a role by the director's order; a class teacher's needs the class. Twice is once."""
    async with ctx.writing() as work:
        gate.school(work, Permission.RECORD_APPOINTMENT)
        found = await _one(work, person_id)
        unit = await work.people.unit(unit_id) if unit_id is not None else None
        if (role is Role.CLASS_TEACHER) != (unit is not None):
            raise InvalidError("class_missing")
        if not any(held.role is role and held.unit_id == unit_id for held in found.roles):
            await _add_role(work, person_id, role, order, unit_id)
        await work.inputs.done()
        await work.commit()


async def hire(ctx: Ctx, name: str, role: Role, order: Order | None, unit_id: int | None = None) -> Person:
    """Add a member of staff by «Фамилия Имя Отчество», with the first role."""
    last, first, middle = read_name(name)
    async with ctx.writing() as work:
        gate.school(work, Permission.RECORD_APPOINTMENT)
        person_id = await work.access.add_person(last, first, middle)
        work.audit("people.add", "person", person_id, after={"name": f"{last} {first} {middle}".strip()})
        await _add_role(work, person_id, role, order, unit_id)
        await work.inputs.done()
        await work.commit()
        return Person(person_id, last, first, middle)


def read_order(typed: str, today: date) -> Order:
    """`45-к от 01.09.2026`; raises `InvalidError("order_unclear")`."""
    match = _ORDER.fullmatch(typed.strip())
    day = read_past_date(match["day"], today) if match else None
    if match is None or day is None:
        raise InvalidError("order_unclear")
    return Order(match["number"], day)


async def _add_role(work: Work, person_id: int, role: Role, order: Order | None, unit_id: int | None) -> None:
    number, day = (order.number, order.day) if order else (None, None)
    assigned = await work.access.add_role(person_id, RoleAssignment(role, unit_id, number, day))
    work.audit(
        "people.appoint",
        "role",
        assigned,
        unit_id=unit_id,
        after={"person": person_id, "role": role, "order": number, "order_date": day and day.isoformat()},
    )


async def _one(work: Work, person_id: int) -> Colleague:
    person = await work.people.person(person_id)
    if person is None or await work.people.child(person_id) is not None:
        raise NotFoundError(kind="person")
    (found,) = await _colleagues(work, [person])
    return found


async def _colleagues(work: Work, people: list[Person]) -> list[Colleague]:
    ids = [person.id for person in people]
    roles = await work.access.roles_of(ids)
    held = await work.access.bindings_of_people(ids)
    linked = {one.person_id for one in held if one.kind is BindingKind.STAFF}
    return [Colleague(who, tuple(roles.get(who.id, ())), who.id in linked) for who in people]
