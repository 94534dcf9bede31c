"""What is typed without being asked for and is no question: after all other areas, before the last resort."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, User

from handlers import menu
from handlers.home.callbacks import HelpCb
from handlers.home.router import first_screen
from handlers.reply import Reply
from handlers.words import screens
from handlers.words.filters import NamesButton, Says
from journal import inputs
from journal.context import Ctx
from journal.words import Talk
from locales.texts import Texts

router = Router(name="words")


@router.message(F.from_user.as_("who"), NamesButton())
async def named_button(message: Message, who: User, named: str, event_router: Router, **data: Any) -> Any:
    """As if it had been pressed: its own handler answers, in a new message."""
    root = event_router
    while root.parent_router is not None:
        root = root.parent_router
    pressed = CallbackQuery(id=str(message.message_id), from_user=who, chat_instance="typed", data=named)
    return await root.propagate_event("callback_query", pressed, **data)


@router.message(Command("help"))
@router.message(Says(Talk.HELP))
@router.callback_query(HelpCb.filter())
async def help_(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.help_(ctx, menu.entries(), menu.hints(ctx, t), t))


@router.message(Command("cancel"))
@router.message(Says(Talk.CANCEL))
async def cancel(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await inputs.drop(ctx)
    await reply.send(screens.cancelled(t))


@router.message(Says(Talk.GREETING))
async def greeting(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await first_screen(ctx, t))


@router.message(Says(Talk.THANKS))
async def thanks(_: Message, t: Texts, reply: Reply) -> None:
    await reply.send(screens.thanks(t))


@router.message(Says(Talk.ANGER))
async def anger(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.anger(ctx.school, t))
