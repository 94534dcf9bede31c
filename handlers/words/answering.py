"""Answers a text that is understood, by the screen or the button of the area that can."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, User

from handlers import menu
from handlers.answers import Said, answer_to
from handlers.home.screens import lost
from handlers.words import screens
from journal import diary


async def answer_words(said: Said, update: str, who: User, event_router: Router, data: dict[str, Any]) -> Any:
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
    return await press(pressed, update, who, event_router, data)


async def press(pressed: str, update: str, who: User, event_router: Router, data: dict[str, Any]) -> Any:
    """As if that button had been pressed: its own handler answers."""
    root = event_router
    while root.parent_router is not None:
        root = root.parent_router
    query = CallbackQuery(id=update, from_user=who, chat_instance="typed", data=pressed)
    return await root.propagate_event("callback_query", query, **data)
