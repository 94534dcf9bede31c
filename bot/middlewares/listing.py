"""The commands of each chat follow its person: what it is here, and the language it speaks."""

from typing import Any

from aiogram.types import Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware, chat_id
from bot.middlewares.identity import PLATFORM
from handlers import commands
from handlers.answering import TelegramReply
from journal.context import Ctx
from locales.texts import Texts
from storage import actors


class Listing(UpdateMiddleware):
    """After the answer, lists the commands anew where they are not those of the person any more.

    Roles are given and taken by others: that is seen at the person's next update.
    """

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        result = await handler(update, data)
        chat = chat_id(update)
        if chat is not None and update.my_chat_member is None:
            await _follow(chat, data["reply"], data["ctx"], data["listed"], house)
        return result


async def _follow(chat: int, reply: TelegramReply, ctx: Ctx, before: str | None, house: House) -> None:
    if reply.changed:
        async with house.store.connection() as db:
            now = house.clock.now()
            known = await actors.identify(db, PLATFORM, str(chat), house.school.day(now), now)
        if known is None:
            return
        ctx = ctx.as_actor(known.actor)
    if ctx.actor.hat is None and before is None:
        # Everybody is listed how to enter.
        return
    if house.listings.right(ctx.actor, ctx.regulation, before):
        return
    t = Texts(ctx.actor.locale, ctx.regulation.terms)
    wanted = commands.commands(ctx, t)
    digest = commands.digest(wanted, t.locale)
    if digest == before:
        house.listings.remember(ctx.actor, ctx.regulation, digest)
    elif await house.renderer.list_commands(chat, wanted):
        async with house.store.connection(writing=True) as db:
            await actors.listed(db, ctx.actor.account_id, digest)
            await db.connection.commit()
