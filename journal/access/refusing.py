"""A family that refuses the diary in writing: nothing is sent to that adult, and paper is offered (R-021).

The refusal is one adult's: another adult of the child has equal rights and keeps the diary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal import gate
from journal.access.ending import cut_off
from journal.errors import NotFoundError
from journal.model.codes import AccessEvent, AccessEventKind
from journal.model.people import Child
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

REFUSED = "service_refused"


async def refuse(ctx: Ctx, student_id: int, person_id: int) -> Child:
    """The written application has come: every phone and every open code of the adult ends."""
    async with ctx.writing() as work:
        child = await _adult(work, student_id, person_id)
        await cut_off(work, student_id, person_id, REFUSED)
        await work.access.set_refusal(person_id, student_id, work.today)
        await _note(work, child, person_id, AccessEventKind.SERVICE_REFUSED)
        await work.commit()
        return child


async def resume(ctx: Ctx, student_id: int, person_id: int) -> None:
    """The adult wants the diary after all: a code may be issued again."""
    async with ctx.writing() as work:
        child = await _adult(work, student_id, person_id)
        await work.access.set_refusal(person_id, student_id, None)
        await _note(work, child, person_id, AccessEventKind.SERVICE_RESUMED)
        await work.commit()


async def print_results(ctx: Ctx, student_id: int, *, wanted: bool) -> None:
    """Whether the results of this child are printed for the family (R-099)."""
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.PRINT_FOR_FAMILY)
        await work.access.set_printed(student_id, wanted=wanted)
        work.audit(
            "people.print_results", "student", student_id, unit_id=child.unit_id, after={"wanted": wanted}
        )
        await work.commit()


async def _adult(work: Work, student_id: int, person_id: int) -> Child:
    child = await gate.student(work, student_id, Permission.COLLECT_CONSENT)
    held = await work.access.guardianships([student_id])
    if all(one.guardian_id != person_id for one in held):
        raise NotFoundError(kind="guardian")
    return child


async def _note(work: Work, child: Child, person_id: int, kind: AccessEventKind) -> None:
    await work.access.log(AccessEvent(kind, None, person_id, child.student_id))
    work.audit(
        f"access.{kind}", "student", child.student_id, unit_id=child.unit_id, after={"person": person_id}
    )
