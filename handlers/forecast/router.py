"""Forecasts: of the own child by subject, of a class by subject."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.forecast import screens
from handlers.forecast.callbacks import ClassForecastCb, ForecastCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal import diary, forecast
from journal.context import Ctx
from journal.model.access import Hat
from locales.texts import Texts

router = Router(name="forecast")


@router.message(Command("forecast"))
async def command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    of_group = ctx.actor.hat is Hat.STAFF
    await reply.send(await (class_forecast(ctx, t, 0, 0) if of_group else child_forecast(ctx, t)))


@router.callback_query(ForecastCb.filter())
async def of_child(_: CallbackQuery, callback_data: ForecastCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await child_forecast(ctx, t, callback_data.student, callback_data.subject))


@router.callback_query(ClassForecastCb.filter())
async def ofclass_forecast(
    _: CallbackQuery, callback_data: ClassForecastCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(await class_forecast(ctx, t, callback_data.unit, callback_data.subject))


async def child_forecast(ctx: Ctx, t: Texts, student: int = 0, subject: int = 0) -> Screen:
    """The forecast of a child, or of the one looked at; a subject without marks shows all of them."""
    wanted = student or diary.at_hand(ctx.actor)
    found = await forecast.book(ctx, wanted)
    item = next((one for one in found.subjects if one.subject_id == subject), None)
    siblings = [child for child in ctx.actor.children if child.student_id != wanted]
    return screens.subject(found, item, siblings, t) if item else screens.book(found, siblings, t)


async def class_forecast(ctx: Ctx, t: Texts, unit: int, subject: int) -> Screen:
    """The forecast of a class in a subject; 0 asks for either."""
    if not unit:
        return screens.classes(await forecast.classes(ctx), t)
    if not subject:
        return screens.pages(await forecast.pages(ctx, unit), t)
    return screens.group(await forecast.group(ctx, unit, subject), ctx.regulation, t)
