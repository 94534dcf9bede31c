"""Who blocked the bot and who is back: pushes of the former wait, those of the latter go at once."""

from datetime import timedelta
from typing import Any

from aiogram.types import Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware
from journal.context import Ctx
from storage.outbox.reach import reached, unreached

GONE = ("kicked", "left")
BLOCKED = "blocked"
PROBE = timedelta(days=1)


class Reach(UpdateMiddleware):
    """Ends the messenger's own notices; for the rest, whoever writes can be reached."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        ctx: Ctx = data["ctx"]
        notice = update.my_chat_member
        if notice is not None and notice.new_chat_member.status in GONE:
            await _lost(ctx, house)
        elif data["out_of_reach"]:
            await _back(ctx, house)
        return await handler(update, data) if notice is None else None


async def _lost(ctx: Ctx, house: House) -> None:
    now = house.clock.now()
    async with house.store.connection(writing=True) as db:
        await unreached(db, ctx.actor.account_id, BLOCKED, now, now + PROBE)
        await db.connection.commit()


async def _back(ctx: Ctx, house: House) -> None:
    async with house.store.connection(writing=True) as db:
        await reached(db, [ctx.actor.account_id])
        await db.connection.commit()
    house.store.on_events()
