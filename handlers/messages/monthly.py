"""The letter of the month: a preview of one family, words for it alone, the exceptions, Send."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.messages import monthly_screens
from handlers.messages.callbacks import MonthAct, MonthCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.messages import monthly
from journal.messages.monthly import MONTH, OWN
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="messages.monthly")


@router.callback_query(MonthCb.filter(F.act == MonthAct.SHOW))
async def show(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await monthly.month(ctx, callback_data.unit)
    await reply.show(monthly_screens.preview(found, callback_data.of, t))


@router.callback_query(MonthCb.filter(F.act == MonthAct.CUSTOMARY))
async def customary(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await monthly.reword(ctx, callback_data.unit, None)
    await reply.show(monthly_screens.preview(found, 0, t))


@router.message(Awaiting(MONTH), F.text)
async def reword(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await monthly.reword(ctx, awaited.number("unit"), message.text or "")
    await reply.send(monthly_screens.preview(found, 0, t))


@router.callback_query(MonthCb.filter(F.act == MonthAct.OWN))
async def ask_own(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await monthly.ask_own(ctx, callback_data.unit, callback_data.of)
    await reply.show(monthly_screens.own(found, callback_data.of, t))


@router.message(Awaiting(OWN), F.text)
async def write_own(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    student = awaited.number("student")
    found = await monthly.write_own(ctx, awaited.number("unit"), student, message.text or "")
    await reply.send(monthly_screens.of_family(found, student, t))


@router.callback_query(MonthCb.filter(F.act == MonthAct.COMMON))
async def drop_own(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await monthly.write_own(ctx, callback_data.unit, callback_data.of, None)
    await reply.show(monthly_screens.of_family(found, callback_data.of, t))


@router.callback_query(MonthCb.filter(F.act == MonthAct.FAMILIES))
async def families(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(monthly_screens.families(await monthly.month(ctx, callback_data.unit), t))


@router.callback_query(MonthCb.filter(F.act == MonthAct.TURN))
async def turn(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await monthly.turn(ctx, callback_data.unit, callback_data.of)
    await reply.show(monthly_screens.families(found, t))


@router.callback_query(MonthCb.filter(F.act == MonthAct.SEND))
async def send(_: CallbackQuery, callback_data: MonthCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit = callback_data.unit
    texts = monthly_screens.filled(await monthly.month(ctx, unit), t)
    count = await monthly.send(ctx, unit, callback_data.of, texts)
    await reply.show(monthly_screens.sent(unit, count, t))
