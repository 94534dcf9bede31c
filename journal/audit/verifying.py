"""Whether the journal's memory is as it was written (R-125)."""

from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.model.audit import Head, Verdict
from journal.policy import Permission


async def verify(ctx: Ctx, noted: Sequence[Head] = ()) -> Verdict:
    """Go through every chain, against its seals and the heads `noted` outside: these show an end cut off."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await work.trail.verify(ctx.secret, noted)


async def seal(ctx: Ctx) -> int:
    """Seal the heads as they stand, as the nightly job does; returns of how many chains."""
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        count = await work.trail.seal(ctx.secret, work.now)
        await work.commit()
        return count


async def heads(ctx: Ctx) -> list[Head]:
    """The last entry of every chain, to be kept where nobody of this machine can change it."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await work.trail.heads()
