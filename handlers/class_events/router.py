"""The class teacher keeps the events of the month."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.class_events import screens
from handlers.class_events.callbacks import CancelEventCb, EventCb, MonthEventsCb, WriteEventCb
from handlers.days import chosen
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal import class_events
from journal.class_events.keeping import QUESTION
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="class_events")


@router.callback_query(MonthEventsCb.filter())
async def month(_: CallbackQuery, callback_data: MonthEventsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await class_events.month(ctx, callback_data.unit, chosen(callback_data.day))
    await reply.show(screens.month(found, t))


@router.callback_query(EventCb.filter())
async def event(_: CallbackQuery, callback_data: EventCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.event(await class_events.event(ctx, callback_data.event), t))


@router.callback_query(WriteEventCb.filter())
async def ask(_: CallbackQuery, callback_data: WriteEventCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit = await class_events.ask(ctx, callback_data.unit, callback_data.event)
    await reply.show(screens.question(unit, callback_data.event, t))


@router.message(Awaiting(QUESTION), F.text)
async def write(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    text, known = message.text or "", awaited.number("event")
    if known:
        found = await class_events.change(ctx, known, text)
    else:
        found = await class_events.add(ctx, awaited.number("unit"), text)
    await reply.send(screens.event(found, t, notice=screens.told(found, ctx, t)))


@router.callback_query(CancelEventCb.filter(F.sure.is_(False)))
async def cancelling(
    _: CallbackQuery, callback_data: CancelEventCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(screens.cancelling(await class_events.event(ctx, callback_data.event), t))


@router.callback_query(CancelEventCb.filter())
async def cancel(_: CallbackQuery, callback_data: CancelEventCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.event(await class_events.cancel(ctx, callback_data.event), t))
