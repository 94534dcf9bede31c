"""The class teacher's first card and the lists behind it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.classroom import screens
from handlers.classroom.callbacks import CallsCb, ClassCb, ConnectionsCb
from handlers.menu import class_ways
from handlers.reply import Reply
from handlers.screen import Screen
from journal import control
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="classroom")


@router.message(Command("class"))
async def day_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _day(ctx, 0, t))


@router.callback_query(ClassCb.filter())
async def day(_: CallbackQuery, callback_data: ClassCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _day(ctx, callback_data.unit, t))


@router.callback_query(CallsCb.filter())
async def calls(_: CallbackQuery, callback_data: CallsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit, found = await control.calls(ctx, callback_data.unit)
    await reply.show(screens.calls(unit, found, t))


@router.callback_query(ConnectionsCb.filter())
async def connections(
    _: CallbackQuery, callback_data: ConnectionsCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(screens.connections(await control.class_day(ctx, callback_data.unit), t))


async def _day(ctx: Ctx, unit_id: int, t: Texts) -> Screen:
    if not unit_id:
        found = await control.headed(ctx)
        if len(found) != 1:
            return screens.units(found, t)
        unit_id = found[0].id
    return screens.day(await control.class_day(ctx, unit_id), class_ways(ctx, unit_id, t), t)
