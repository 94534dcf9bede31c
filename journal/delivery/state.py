"""«Как работает бот»: what waits, what went, whom the messenger does not reach (R-138)."""

from datetime import time

from journal import gate
from journal.context import Ctx
from journal.delivery.letters import undelivered
from journal.delivery.rules import KEPT
from journal.model.delivery import BotState
from journal.model.trouble import Setback
from journal.policy import Permission
from journal.ports import Work


async def state(ctx: Ctx) -> BotState:
    """How the bot is doing now; for whoever keeps it running."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await state_of(work)


async def state_of(work: Work) -> BotState:
    """The same before any gate; a constant number of statements."""
    setbacks = await work.delivery.setbacks(work.now - KEPT)
    return BotState(
        tuple(await work.delivery.lanes(work.now)),
        await work.delivery.sent_since(work.school.moment(work.today, time())),
        undelivered(setbacks),
        setbacks.get(Setback.AWAY, 0),
        await work.delivery.seen_off(work.now - KEPT),
        await work.delivery.reach(),
        await work.delivery.since(),
        tuple(await work.delivery.outages()),
        await work.delivery.last_outage(),
    )
