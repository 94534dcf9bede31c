"""Taking back a message that nobody was told of yet."""

from journal import gate
from journal.context import Ctx
from journal.errors import RefusedError, StaleError
from journal.messages import door
from journal.model.messages import Letter, Side


async def take_back(ctx: Ctx, conversation_id: int, letter_id: int) -> tuple[Letter, Side]:
    """Remove the actor's own message before its addressee is told, or has read it.

    Raises `StaleError("letter_gone")` where it is not there any more, and `RefusedError("letter_told")` where
    it is on its way or was read; a message of somebody else is out of reach.
    """
    async with ctx.writing() as work:
        _, _, side = await door.enter(work, conversation_id, lock=True)
        letter = await work.messages.letter(conversation_id, letter_id)
        if letter is None:
            raise StaleError("letter_gone")
        if letter.author_id != gate.author(work):
            gate.refuse(work, door.MAY, "message", letter_id)
        if await work.messages.seen(letter) or not await work.messages.take_back(letter, work.now):
            raise RefusedError("letter_told")
        await work.inputs.done()
        work.audit("message.take_back", "conversation", conversation_id, before={"message": letter_id})
        await work.commit()
        return letter, side
