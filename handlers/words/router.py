"""What is typed without being asked for: after all other areas, before the last resort."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, User

from handlers import menu
from handlers.answers import Said
from handlers.home.callbacks import HelpCb
from handlers.reply import Reply
from handlers.words import screens
from handlers.words.answering import answer_words, press
from handlers.words.callbacks import ReadingCb
from handlers.words.filters import InPlainWords, NamesButton
from journal import diary, inputs
from journal.context import Ctx
from journal.words import Reading
from locales.texts import Texts

router = Router(name="words")


@router.message(F.from_user.as_("who"), NamesButton())
async def named_button(message: Message, who: User, named: str, event_router: Router, **data: Any) -> Any:
    return await press(named, str(message.message_id), who, event_router, data)


@router.message(Command("help"))
@router.callback_query(HelpCb.filter())
async def help_(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.help_(ctx, menu.entries(), menu.hints(ctx, t), t))


@router.message(Command("cancel"))
async def cancel(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await inputs.drop(ctx)
    await reply.send(screens.cancelled(t))


@router.message(F.from_user.as_("who"), InPlainWords())
async def plain_words(
    message: Message, who: User, readings: list[Reading], event_router: Router, **data: Any
) -> Any:
    if all(one.intent.is_question and one.child is None and not one.everyone for one in readings):
        name = await diary.outsider(data["ctx"], message.text or "")
        if name is not None:
            await data["reply"].send(screens.outsider(name, data["ctx"], data["t"]))
            return None
    if len(readings) > 1:
        await data["reply"].send(screens.which(readings, data["ctx"], data["t"]))
        return None
    said = Said(readings[0], message.text or "")
    return await answer_words(said, str(message.message_id), who, event_router, data)


@router.callback_query(ReadingCb.filter())
async def meant(query: CallbackQuery, callback_data: ReadingCb, event_router: Router, **data: Any) -> Any:
    """One of two readings was tapped."""
    return await answer_words(Said(callback_data.reading), query.id, query.from_user, event_router, data)
