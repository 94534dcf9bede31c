"""«Попросить позвонить»: an adult who finds writing hard is called by the class teacher."""

from journal import gate
from journal.context import Ctx
from journal.events import CallAsked
from journal.policy import Permission


async def ask_for_call(ctx: Ctx, student_id: int) -> None:
    """Let the class teacher know; asking again on the same day changes nothing for anybody."""
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.SUBSCRIBE)
        work.record(CallAsked(child.student_id, gate.author(work), work.today.isoformat()))
        await work.commit()
