"""The personal-data papers of a class: what is kept, the consent form, who has access (R-142)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal import gate
from journal.access.overview import StudentAccess, access_of
from journal.model.people import Person, RoleAssignment, Unit, child_of
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx


@dataclass(frozen=True, slots=True)
class Papers:
    """A class with everybody who reaches its data today."""

    unit: Unit
    students: tuple[StudentAccess, ...]
    # Whoever manages the school, heads the class or teaches in it, with the roles that are the reason.
    staff: tuple[tuple[Person, tuple[RoleAssignment, ...]], ...]


async def papers(ctx: Ctx, unit_id: int) -> Papers:
    """Gather them, and note that they were handed out."""
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, Permission.SEE_ACCESS)
        members = await work.people.members(unit.id, work.today)
        students = await access_of(work, [child_of(person, unit) for person in members])
        staff = await work.access.staff_near(unit.class_id)
        roles = await work.access.roles_of([person.id for person in staff])
        work.audit("access.papers", "unit", unit.id, unit_id=unit.class_id)
        await work.commit()
        near = [(person, tuple(_of_class(roles[person.id], unit.class_id))) for person in staff]
        return Papers(unit, tuple(students), tuple(near))


def _of_class(roles: list[RoleAssignment], class_id: int) -> list[RoleAssignment]:
    return [held for held in roles if held.unit_id in (None, class_id)]
