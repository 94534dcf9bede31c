"""The class teacher's part: «бумага получена», and what families answer about a new adult."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal import gate
from journal.access.binding import Waiting
from journal.access.linking import open_waiting
from journal.errors import NotFoundError, StaleError
from journal.events import BindingQuestioned
from journal.model.codes import AccessEvent, AccessEventKind, Binding
from journal.model.people import Child, Person
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


async def receive_paper(ctx: Ctx, code_id: int) -> tuple[Person, Child]:
    """The signed consent was received: whoever redeemed the code gets the diary (R-019).

    Raises `StaleError` where nobody waits any more.
    """
    async with ctx.writing() as work:
        code = await work.access.code(code_id)
        student_id = code.student_id if code is not None else None
        child = await gate.student(work, student_id or 0, Permission.COLLECT_CONSENT)
        waiting = {open_code.id for open_code in await work.access.open_codes([child.student_id])}
        if code is None or code.redeemed_by is None or code_id not in waiting:
            raise StaleError("nobody_waits")
        await work.access.log(
            AccessEvent(AccessEventKind.PAPER_RECEIVED, code.id, code.person_id, code.student_id)
        )
        await open_waiting(work, code)
        person = await work.people.person(code.person_id)
        await work.commit()
        assert person is not None, "a foreign key holds it"  # noqa: S101
        return person, child


async def waiting(ctx: Ctx) -> Waiting | None:
    """Whoever asks has done all there is to do, and the class teacher's tick is still to come; else None."""
    async with ctx.reading() as work:
        kind = await work.access.waits_as()
        return Waiting(kind) if kind is not None else None


async def know(ctx: Ctx, binding_id: int) -> None:
    """«Знаю»: a guardian knows the adult who was linked."""
    async with ctx.writing() as work:
        found = await _of_own_child(work, binding_id)
        await work.access.log(
            AccessEvent(AccessEventKind.KNOWN, None, found.person_id, found.student_id, {"binding": found.id})
        )
        await work.commit()


async def own(ctx: Ctx, binding_id: int) -> None:
    """«Это я»: the other phone is the same person's."""
    async with ctx.writing() as work:
        found = await work.access.binding(binding_id)
        mine = await work.access.bindings_of_people([found.person_id]) if found is not None else []
        if found is None or all(held.account_id != work.actor.account_id for held in mine):
            raise NotFoundError(kind="binding")
        await work.access.log(
            AccessEvent(AccessEventKind.KNOWN, None, found.person_id, found.student_id, {"binding": found.id})
        )
        await work.commit()


async def question(ctx: Ctx, binding_id: int) -> None:
    """«Сообщить классному»: a guardian does not know the adult; the class teacher is to look into it.

    Asked once for each link, whoever of the family asks; nobody asks about themselves.
    """
    async with ctx.writing() as work:
        found = await _of_own_child(work, binding_id)
        if found.person_id == work.actor.person_id or found.account_id == work.actor.account_id:
            raise NotFoundError(kind="binding")
        await work.serialise("binding", binding_id)
        if await work.access.questioned(found):
            return
        await work.access.log(
            AccessEvent(
                AccessEventKind.QUESTIONED, None, found.person_id, found.student_id, {"binding": found.id}
            )
        )
        work.record(BindingQuestioned(binding_id, work.actor.account_id))
        await work.commit()


async def _of_own_child(work: Work, binding_id: int) -> Binding:
    found = await work.access.binding(binding_id)
    if found is None or found.student_id is None:
        raise NotFoundError(kind="binding")
    await gate.student(work, found.student_id, Permission.READ_DIARY)
    return found
