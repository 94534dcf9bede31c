"""The administrator's way to a colleague's code: role, name, order; every step is kept as a typed answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal import gate
from journal.access import staff
from journal.access.naming import read_name
from journal.access.staff import Colleague, Order
from journal.errors import InvalidError, NotFoundError, StaleError
from journal.model.access import Awaited
from journal.model.people import Role, Unit
from journal.policy import Permission, Scope

if TYPE_CHECKING:
    from journal.context import Ctx

NAME, ORDER = "invite_name", "invite_order"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known so far: the office, and whom it is for once that is settled."""

    role: Role
    unit_id: int | None = None
    person_id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Either a colleague who holds the role already, or the order is asked for next."""

    name: str
    colleague: Colleague | None = None
    unit: Unit | None = None


async def begin(ctx: Ctx) -> None:
    """Whoever may not issue staff codes is refused at the door."""
    async with ctx.reading() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)


async def classes(ctx: Ctx) -> list[Unit]:
    async with ctx.reading() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        return await work.people.classes(Scope(everything=True))


async def ask_name(ctx: Ctx, role: Role, unit_id: int | None) -> Unit | None:
    """The colleague's name is awaited; returns the class of a class teacher."""
    unit = await _unit(ctx, unit_id)
    await _expect(ctx, NAME, Asked(role, unit_id))
    return unit


async def keep_name(ctx: Ctx, known: Asked, typed: str) -> bool:
    """Keep what was typed; whether it names somebody in full, who could be added as new."""
    await _expect(ctx, NAME, Asked(known.role, known.unit_id, None, typed))
    try:
        read_name(typed)
    except InvalidError:
        return False
    return True


async def choose(
    ctx: Ctx, role: Role, unit_id: int | None, person_id: int | None, awaited: Awaited | None
) -> Step:
    """The person is settled. Somebody who holds the role needs no order, only the code."""
    unit = await _unit(ctx, unit_id)
    if person_id is None:
        name = asked(awaited).name
        read_name(name)
        await _expect(ctx, ORDER, Asked(role, unit_id, None, name))
        return Step(name, None, unit)
    found = await staff.colleague(ctx, person_id)
    if any(held.role is role and held.unit_id == unit_id for held in found.roles):
        return Step(found.person.full, found, unit)
    await _expect(ctx, ORDER, Asked(role, unit_id, person_id, found.person.full))
    return Step(found.person.full, None, unit)


async def appoint(ctx: Ctx, awaited: Awaited | None, order: Order | None) -> int:
    """Record the role; returns the person, added to the register where new. Raises `StaleError`."""
    known = asked(awaited)
    if awaited is None or awaited.kind != ORDER:
        raise StaleError
    if known.person_id is None:
        person = await staff.hire(ctx, known.name, known.role, order, known.unit_id)
        return person.id
    await staff.appoint(ctx, known.person_id, known.role, order, known.unit_id)
    return known.person_id


def asked(awaited: Awaited | None) -> Asked:
    """What was known when the question was asked; raises `StaleError` where none stands."""
    if awaited is None or awaited.kind not in (NAME, ORDER):
        raise StaleError
    kept = awaited.payload
    unit, person = kept.get("unit"), kept.get("person")
    return Asked(
        Role(str(kept["role"])),
        None if unit is None else int(str(unit)),
        None if person is None else int(str(person)),
        str(kept.get("name", "")),
    )


async def _unit(ctx: Ctx, unit_id: int | None) -> Unit | None:
    async with ctx.reading() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        found = await work.people.unit(unit_id) if unit_id is not None else None
        if unit_id is not None and found is None:
            raise NotFoundError(kind="unit")
        return found


async def _expect(ctx: Ctx, kind: str, known: Asked) -> None:
    async with ctx.writing() as work:
        gate.school(work, Permission.ISSUE_STAFF_CODES)
        payload = {
            "role": known.role,
            "unit": known.unit_id,
            "person": known.person_id,
            "name": known.name,
        }
        await work.inputs.expect(kind, payload)
        await work.commit()
