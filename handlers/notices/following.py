"""Following a notice: its counter, who has not signed, the nudge, the withdrawal."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.home.callbacks import Living, LivingCb
from handlers.notices import author_screens, missing_screens
from handlers.notices.callbacks import MissingCb, OutboxCb, SentAct, SentCb
from handlers.reply import Reply
from journal import notices
from journal.context import Ctx
from journal.model.access import Awaited
from journal.notices.following import REASON
from locales.texts import Texts

router = Router(name="notices.following")


@router.callback_query(OutboxCb.filter())
async def outbox(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(author_screens.outbox(await notices.sent(ctx), ctx.school, t, all_=notices.may(ctx)))


@router.callback_query(SentCb.filter(F.act == SentAct.COUNTER))
async def counter(_: CallbackQuery, callback_data: SentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(author_screens.standing(await notices.follow(ctx, callback_data.notice), ctx.school, t))


@router.callback_query(LivingCb.filter(F.of == Living.NOTICE))
async def refresh(_: CallbackQuery, callback_data: LivingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.follow(ctx, callback_data.id)
    await reply.show(author_screens.standing(found, ctx.school, t, living=True))


@router.callback_query(SentCb.filter(F.act == SentAct.MISSING))
async def missing(_: CallbackQuery, callback_data: SentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.follow(ctx, callback_data.notice)
    await reply.show(missing_screens.missing(found, callback_data.page, t))


@router.callback_query(MissingCb.filter())
async def missing_of(_: CallbackQuery, callback_data: MissingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.follow(ctx, callback_data.notice)
    await reply.show(missing_screens.of_class(found, callback_data.unit, callback_data.page, t))


@router.callback_query(SentCb.filter(F.act == SentAct.NUDGE))
async def nudge(_: CallbackQuery, callback_data: SentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.nudge(ctx, callback_data.notice)
    reply.toast(t("They will be reminded.") if found.done else t("They were reminded today already."))


@router.callback_query(SentCb.filter(F.act == SentAct.WITHDRAW))
async def ask_reason(query: CallbackQuery, callback_data: SentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    message = query.message.message_id if query.message else None
    notice = await notices.ask_reason(ctx, callback_data.notice, message)
    own = notice.author_id == ctx.actor.person_id
    await reply.show(author_screens.withdrawing(notice, t, own=own))


@router.message(Awaiting(REASON), F.text)
async def withdraw(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    number = awaited.number("notice")
    await notices.withdraw(ctx, number, message.text or "")
    if awaited.message_id is not None:
        await reply.redraw(awaited.message_id, author_screens.withdrawn(t))
    await reply.send(author_screens.withdrawn(t))
