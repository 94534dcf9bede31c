"""`/about`: whose bot this is, and the way into it as a link and as a page to be hung up (R-012)."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.access import printing
from handlers.access.callbacks import EntranceCb
from handlers.access.screens import about as screens
from handlers.menu import reaches
from handlers.reply import Reply
from journal.access import overview
from journal.context import Ctx
from journal.policy import Permission
from locales.texts import Texts

router = Router(name="access.about")


@router.message(Command("about"))
async def about(_: Message, ctx: Ctx, t: Texts, reply: Reply, bot: Bot) -> None:
    link = printing.entrance_link(await printing.bot_name(bot))
    await reply.send(screens.about(ctx.school, link, t, prints=reaches(ctx, Permission.SEE_ACCESS)))


@router.callback_query(EntranceCb.filter())
async def entrance(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply, bot: Bot) -> None:
    await overview.headed_classes(ctx)
    link = printing.entrance_link(await printing.bot_name(bot))
    await reply.send(screens.entrance(link, await printing.entrance(ctx, link, t), t))
