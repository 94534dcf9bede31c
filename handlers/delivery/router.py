"""How the bot is doing, and what did not arrive; for whoever keeps it running."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.delivery import screens, state_screens
from handlers.delivery.callbacks import (
    Deed,
    LetterCb,
    LetterDeedCb,
    LettersCb,
    SetbackCb,
    SetbackDeedCb,
    StateCb,
)
from handlers.reply import Reply
from journal.context import Ctx
from journal.delivery import letters
from journal.delivery.state import state
from locales.texts import Texts

router = Router(name="delivery")


@router.message(Command("state"))
async def state_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(state_screens.state(await state(ctx), ctx, t))


@router.callback_query(StateCb.filter())
async def how_it_is(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(state_screens.state(await state(ctx), ctx, t))


@router.callback_query(LettersCb.filter())
async def overview(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.overview(await letters.overview(ctx), t))


@router.callback_query(SetbackCb.filter())
async def listed(_: CallbackQuery, callback_data: SetbackCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await letters.listed(ctx, callback_data.of, callback_data.page)
    await reply.show(screens.listed(page, ctx, t))


@router.callback_query(LetterCb.filter())
async def opened(_: CallbackQuery, callback_data: LetterCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await letters.opened(ctx, callback_data.of, callback_data.id)
    await reply.show(screens.opened(found, ctx, t))


@router.callback_query(LetterDeedCb.filter(F.deed == Deed.AGAIN))
async def send_again(_: CallbackQuery, callback_data: LetterDeedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await letters.send_again(ctx, callback_data.of, callback_data.id)
    reply.toast(t("It goes once more. If it is refused again, it comes back here."))
    await reply.show(screens.listed(page, ctx, t))


@router.callback_query(LetterDeedCb.filter())
async def put_away(_: CallbackQuery, callback_data: LetterDeedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await letters.put_away(ctx, callback_data.of, callback_data.id)
    reply.toast(t("Put away."))
    await reply.show(screens.listed(page, ctx, t))


@router.callback_query(SetbackDeedCb.filter(F.deed == Deed.AGAIN))
async def send_all_again(
    _: CallbackQuery, callback_data: SetbackDeedCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    count = await letters.send_all_again(ctx, callback_data.of)
    reply.toast(
        t("Going once more: {count}.", count=count) if count else t("It is too late to send it again.")
    )
    await reply.show(screens.overview(await letters.overview(ctx), t))


@router.callback_query(SetbackDeedCb.filter())
async def put_all_away(
    _: CallbackQuery, callback_data: SetbackDeedCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    reply.toast(t("Put away: {count}.", count=await letters.put_all_away(ctx, callback_data.of)))
    await reply.show(screens.overview(await letters.overview(ctx), t))
