"""Whether the journal's memory is as it was written (R-125)."""

from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.model.audit import Head, Verdict
from journal.policy import Permission


async def verify(ctx: Ctx, noted: Sequence[Head] = ()) -> Verdict:
    """Go through every chain; `noted` are heads kept outside, against which an end cut off shows."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await work.trail.verify(noted)


async def heads(ctx: Ctx) -> list[Head]:
    """The last entry of every chain, to be kept where nobody of this machine can change it."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await work.trail.heads()
