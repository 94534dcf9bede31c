"""Emptying the values of an entry on a person's lawful request; that it was done is an entry too."""

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError, NotFoundError
from journal.policy import Permission


async def erase(ctx: Ctx, chain: str, number: int, reason: str) -> None:
    """Empty what stood before and after, and the reason; the chain holds, for it hashes their digest.

    Raises `InvalidError("reason_missing")`, or `NotFoundError` where there is nothing (more) to be emptied.
    """
    said = " ".join(reason.split())
    if not said:
        raise InvalidError("reason_missing")
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        if not await work.trail.erase(chain, number):
            raise NotFoundError(kind="entry")
        kind, _, unit = chain.partition(":")
        unit_id = int(unit) if kind == "unit" else None
        work.audit("audit.erase", "entry", number, unit_id=unit_id, reason=said)
        await work.commit()
