"""«Попросить позвонить»: an adult who finds writing hard is called by the class teacher."""

from dataclasses import dataclass

from journal import gate
from journal.context import Ctx
from journal.events import CallAsked
from journal.messages.stopping import not_stopped
from journal.model.people import Child, Person
from journal.policy import Permission
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class CallRequest:
    """Whom the request reaches, and what it says."""

    child: Child
    # None where the class has none: the administration is asked then.
    class_teacher: Person | None
    # The asking adult's number, as far as the school has one.
    number: str | None


async def call_request(ctx: Ctx, student_id: int) -> CallRequest:
    """What would be asked; nothing is sent yet.

    Raises `NotFoundError` for anybody else's child, and `RefusedError("messages_blocked")` where the school
    has stopped what the two write to each other: a call would go on with it.
    """
    async with ctx.reading() as work:
        return await _request(work, student_id)


async def ask_for_call(ctx: Ctx, student_id: int) -> CallRequest:
    """Let the class teacher know; asking again on the same day changes nothing for anybody.

    Raises as `call_request`.
    """
    async with ctx.writing() as work:
        await work.serialise("correspondence", gate.author(work))
        found = await _request(work, student_id)
        work.record(CallAsked(found.child.student_id, gate.author(work), work.today.isoformat()))
        await work.commit()
        return found


async def _request(work: Work, student_id: int) -> CallRequest:
    child = await gate.student(work, student_id, Permission.SUBSCRIBE)
    head = await work.messages.class_teacher(child.unit_id, work.today) if child.unit_id else None
    adults = (await work.control.adults_of([student_id])).get(student_id, [])
    author = gate.author(work)
    await not_stopped(work, author, {head.id if head else None})
    return CallRequest(child, head, next((number for adult, number in adults if adult.id == author), None))
