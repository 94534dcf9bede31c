"""Closing a thread, complaining of it, and what the school decides then."""

from journal import gate
from journal.context import Ctx
from journal.errors import RefusedError, StaleError
from journal.events import ConversationReported
from journal.messages import door
from journal.model.messages import Conversation, Side
from journal.ports import Work


async def close(ctx: Ctx, conversation_id: int) -> Conversation:
    """Put a thread away; another message opens it again."""
    async with ctx.writing() as work:
        found, _, _ = await door.write(work, conversation_id)
        await work.messages.close(conversation_id, gate.author(work), work.now)
        work.audit("message.close", "conversation", conversation_id)
        await work.commit()
        return found


async def report(ctx: Ctx, conversation_id: int) -> Conversation:
    """Complain of a thread: who answers for the school may read it from now on, and decides.

    Raises `RefusedError("messages_blocked")` where it is stopped already: nothing is left to decide.
    """
    async with ctx.writing() as work:
        found = await _own(work, conversation_id, lock=True)
        if found.blocked_at is not None:
            raise RefusedError("messages_blocked")
        if not found.reported:
            await work.messages.report(conversation_id, gate.author(work), work.now)
            work.record(ConversationReported(conversation_id))
            work.audit("message.report", "conversation", conversation_id)
        await work.commit()
        return found


async def reportable(ctx: Ctx, conversation_id: int) -> Conversation:
    """The thread before a complaint is made; refused as the complaint itself would be."""
    async with ctx.reading() as work:
        return await _own(work, conversation_id)


async def decide(ctx: Ctx, conversation_id: int, *, block: bool) -> Conversation:
    """The school's decision about a reported thread: stop it, or let it go on; either can be changed later.

    It holds between the two people, in all their threads.

    Raises `StaleError("not_reported")` where nobody complained.
    """
    async with ctx.writing() as work:
        found, _, _ = await door.enter(work, conversation_id, lock=True)
        if not door.is_administration(work) or gate.author(work) in (found.family_id, found.staff_id):
            gate.refuse(work, door.MAY, "conversation", conversation_id)
        if found.reported_at is None:
            raise StaleError("not_reported")
        # Neither may begin another thread meanwhile.
        await work.serialise("correspondence", found.family_id)
        await work.messages.decide(conversation_id, gate.author(work), work.now, block=block)
        action = "message.block" if block else "message.allow"
        before = {"blocked": found.blocked_at is not None}
        work.audit(action, "conversation", conversation_id, before=before, after={"blocked": block})
        await work.commit()
        return found


async def _own(work: Work, conversation_id: int, *, lock: bool = False) -> Conversation:
    """The thread for one of its two sides: who only decides of complaints makes none."""
    found, _, side = await door.enter(work, conversation_id, lock=lock)
    if side is Side.OVERSEER:
        gate.refuse(work, door.MAY, "conversation", conversation_id)
    return found
