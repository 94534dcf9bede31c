"""Entries that contradict each other: looked at, mended with one tap, or set aside with a word."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.control import contradictions_screens as screens
from handlers.control.callbacks import AsideCb, AskKeepersCb, FindingCb, FindingsCb, MendCb
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal.context import Ctx
from journal.control.integrity import mending, reviewing
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="control.contradictions")


@router.callback_query(FindingsCb.filter())
async def waiting(_: CallbackQuery, callback_data: FindingsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.waiting(await reviewing.waiting(ctx, callback_data.page), t))


@router.callback_query(FindingCb.filter())
async def finding(_: CallbackQuery, callback_data: FindingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.finding(await reviewing.finding(ctx, callback_data.finding), ctx, t))


@router.callback_query(MendCb.filter())
async def mend(_: CallbackQuery, callback_data: MendCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await mending.mend(ctx, callback_data.finding, callback_data.lesson)
    reply.toast(t("Corrected."))
    await reply.show(screens.finding(page, ctx, t))


@router.callback_query(AskKeepersCb.filter())
async def ask_keepers(
    _: CallbackQuery, callback_data: AskKeepersCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    page = await mending.ask_keepers(ctx, callback_data.finding)
    reply.toast(t("The teacher will be asked."))
    await reply.show(screens.finding(page, ctx, t))


@router.callback_query(AsideCb.filter(F.typed))
async def ask_word(_: CallbackQuery, callback_data: AsideCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await mending.ask_word(ctx, callback_data.finding)
    await reply.show(screens.word(page, t) if not page.settled else screens.finding(page, ctx, t))


@router.callback_query(AsideCb.filter())
async def set_aside(_: CallbackQuery, callback_data: AsideCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await mending.set_aside(ctx, callback_data.finding)
    reply.toast(t("Remembered: this will not be asked again."))
    await reply.show(screens.waiting(await reviewing.waiting(ctx), t))


@router.message(Awaiting(mending.QUESTION), F.text)
async def typed_word(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await mending.set_aside(ctx, awaited.number("finding"), message.text or "")
    await reply.show(screens.waiting(await reviewing.waiting(ctx), t))
