"""The class teacher's first card and the lists behind it."""

from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.classroom import screens, week
from handlers.classroom.callbacks import CallsCb, ClassCb, ConnectionsCb, RemindCb, ReportCb, WeekCb
from handlers.days import chosen
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


@router.callback_query(WeekCb.filter())
async def class_week(_: CallbackQuery, callback_data: WeekCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.class_week(ctx, callback_data.unit, chosen(callback_data.day))
    await reply.show(week.week(found, ctx, t))


@router.callback_query(RemindCb.filter())
async def remind(_: CallbackQuery, callback_data: RemindCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found, told = await control.remind(ctx, asked.unit, date.fromordinal(asked.day), asked.person)
    await reply.show(week.week(found, ctx, t, said=week.reminded(told, t)))


@router.callback_query(ReportCb.filter(~F.confirmed))
async def report_preview(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.class_week(ctx, callback_data.unit, date.fromordinal(callback_data.day))
    await reply.show(week.report_preview(found, ctx, t))


@router.callback_query(ReportCb.filter(F.confirmed))
async def report(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.report(ctx, callback_data.unit, date.fromordinal(callback_data.day))
    await reply.show(week.week(found, ctx, t))


async def _day(ctx: Ctx, unit_id: int, t: Texts) -> Screen:
    if not unit_id:
        found = await control.headed(ctx)
        if len(found) != 1:
            return screens.units(found, t)
        unit_id = found[0].id
    return screens.day(await control.class_day(ctx, unit_id), class_ways(ctx, unit_id, t), t)
