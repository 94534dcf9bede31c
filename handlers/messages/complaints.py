"""Closing a thread, complaining of it, deciding about it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.messages import complaints_screens, screens
from handlers.messages.callbacks import Act, ActCb, ReportedCb
from handlers.reply import Reply
from journal import messages
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="messages.complaints")

_DECISIONS = {Act.BLOCK: True, Act.ALLOW: False}


@router.callback_query(ReportedCb.filter())
async def reported(_: CallbackQuery, callback_data: ReportedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await messages.complaints(ctx)
    await reply.show(complaints_screens.reported(found, callback_data.page, t))


@router.callback_query(ActCb.filter(F.act == Act.CLOSE))
async def close(_: CallbackQuery, callback_data: ActCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await messages.close(ctx, callback_data.conversation)
    await reply.show(screens.closed(t))


@router.callback_query(ActCb.filter(F.act == Act.ASK_REPORT))
async def ask_report(_: CallbackQuery, callback_data: ActCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(
        complaints_screens.reporting(await messages.reportable(ctx, callback_data.conversation), t)
    )


@router.callback_query(ActCb.filter(F.act == Act.REPORT))
async def report(_: CallbackQuery, callback_data: ActCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(complaints_screens.complained(await messages.report(ctx, callback_data.conversation), t))


@router.callback_query(ActCb.filter(F.act.in_(_DECISIONS)))
async def decide(_: CallbackQuery, callback_data: ActCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    block = _DECISIONS[callback_data.act]
    found = await messages.decide(ctx, callback_data.conversation, block=block)
    await reply.show(complaints_screens.decided(found, blocked=block, t=t))
