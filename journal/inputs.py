"""Typed answers that somebody was asked for."""

from journal.context import Ctx


async def drop(ctx: Ctx) -> None:
    """Whoever was asked has changed their mind: no text is taken for the answer any more."""
    async with ctx.writing() as work:
        await work.inputs.done()
        await work.commit()
