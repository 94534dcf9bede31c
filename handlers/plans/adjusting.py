"""Small changes of a plan on the way: skip, take together, put in between, and undo each."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.plans import adjusting_screens as screens
from handlers.plans.callbacks import AdjustAct, AdjustCb, InsertCb, PlanRowCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.model.access import Awaited
from journal.plans import adjusting
from journal.plans.adjusting import Adjusting
from locales.texts import Texts

router = Router(name="plans.adjusting")
_DEEDS: dict[AdjustAct, Callable[[Ctx, int, int], Awaitable[Adjusting]]] = {
    AdjustAct.SKIP: adjusting.skip,
    AdjustAct.JOIN: adjusting.join,
    AdjustAct.BRING_BACK: adjusting.bring_back,
    AdjustAct.TAKE_OUT: adjusting.take_out,
}


@router.callback_query(AdjustCb.filter())
async def opened(_: CallbackQuery, callback_data: AdjustCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.adjusting(await adjusting.opened(ctx, callback_data.lesson), ctx, t))


@router.callback_query(PlanRowCb.filter())
async def change(_: CallbackQuery, callback_data: PlanRowCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await _DEEDS[callback_data.act](ctx, callback_data.lesson, callback_data.row)
    await reply.show(screens.adjusting(found, ctx, t, callback_data.act))


@router.callback_query(InsertCb.filter())
async def ask_topic(_: CallbackQuery, callback_data: InsertCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.asked(await adjusting.ask_topic(ctx, callback_data.lesson), ctx, t))


@router.message(Awaiting("plan_topic"), F.text)
async def insert(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await adjusting.insert(ctx, awaited.number("lesson"), message.text or "")
    await reply.show(screens.adjusting(found, ctx, t, inserted=True))
