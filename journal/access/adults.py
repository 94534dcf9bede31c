"""An adult of a child whom the register does not know yet; the class teacher keeps the list right (R-147)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal import gate
from journal.access.naming import read_name
from journal.model.people import Capacity, search_form
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


async def add_adult(ctx: Ctx, student_id: int, name: str) -> int:
    """Add the adult as a parent, until a code says otherwise; returns the person.

    What follows a comma («…, бабушка») is no name: by what right is asked next.

    Somebody of that very name who stands for the child already is that person. Raises
    `InvalidError("name_unclear")`.
    """
    last, first, middle = read_name(name.partition(",")[0])
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.EDIT_FAMILY_DATA)
        person_id = await _known(work, student_id, f"{last} {first} {middle}".strip())
        if person_id is None:
            person_id = await work.access.add_person(last, first, middle)
            await work.access.add_guardianship(person_id, student_id, Capacity.PARENT)
            work.audit(
                "people.add_guardian",
                "person",
                person_id,
                unit_id=child.unit_id,
                after={"student": student_id, "name": f"{last} {first} {middle}".strip()},
            )
        await work.inputs.done()
        await work.commit()
        return person_id


async def _known(work: Work, student_id: int, name: str) -> int | None:
    held = await work.access.guardianships([student_id])
    adults = await work.people.persons({one.guardian_id for one in held})
    return next((who.id for who in adults.values() if search_form(who.full) == search_form(name)), None)
