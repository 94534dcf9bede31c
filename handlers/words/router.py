"""What is typed without being asked for: after all other areas, before the last resort."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, User

from handlers import menu
from handlers.answers import Said, answer_to
from handlers.home.callbacks import HelpCb
from handlers.home.screens import lost
from handlers.reply import Reply
from handlers.words import screens
from handlers.words.callbacks import ReadingCb
from handlers.words.filters import InPlainWords, NamesButton
from journal import diary, inputs
from journal.context import Ctx
from journal.words import Reading
from locales.texts import Texts

router = Router(name="words")


@router.message(F.from_user.as_("who"), NamesButton())
async def named_button(message: Message, who: User, named: str, event_router: Router, **data: Any) -> Any:
    return await _press(named, str(message.message_id), who, event_router, data)


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
    if len(readings) > 1:
        await data["reply"].send(screens.which(readings, data["ctx"], data["t"]))
        return None
    said = Said(readings[0], message.text or "")
    return await _answer(said, str(message.message_id), who, event_router, data)


@router.callback_query(ReadingCb.filter())
async def meant(query: CallbackQuery, callback_data: ReadingCb, event_router: Router, **data: Any) -> Any:
    """One of two readings was tapped."""
    return await _answer(Said(callback_data.reading), query.id, query.from_user, event_router, data)


async def _answer(said: Said, update: str, who: User, event_router: Router, data: dict[str, Any]) -> Any:
    """Show the answer; a child that is named is looked at from now on."""
    ctx, t, reply = data["ctx"], data["t"], data["reply"]
    answer = answer_to(said.reading.intent, ctx)
    if answer is None:
        await reply.send(lost(ctx, menu.hints(ctx, t), t))
        return None
    if said.reading.no_day is not None:
        await reply.send(screens.no_day(said.reading.no_day, t))
        return None
    child = said.reading.child
    if child is not None and child != ctx.actor.current_student_id and ctx.actor.is_guardian_of(child):
        data["ctx"] = ctx = await diary.look_at(ctx, child)
    if answer.screen is not None:
        return await reply.show(await answer.screen(ctx, t, said))
    pressed = answer.data(said) if answer.data is not None else ""
    return await _press(pressed, update, who, event_router, data)


async def _press(pressed: str, update: str, who: User, event_router: Router, data: dict[str, Any]) -> Any:
    """As if that button had been pressed: its own handler answers."""
    root = event_router
    while root.parent_router is not None:
        root = root.parent_router
    query = CallbackQuery(id=update, from_user=who, chat_instance="typed", data=pressed)
    return await root.propagate_event("callback_query", query, **data)
