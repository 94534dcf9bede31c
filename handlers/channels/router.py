"""Addresses beside the messenger, by the guardian's own hand."""

from aiogram import F, Router
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message

from handlers.channels import proving, screens
from handlers.channels.callbacks import LEAVE, AddressCb, ChannelCb, ForgetCb, NewCodeCb, UseCb
from handlers.channels.carrier import Served
from handlers.errors import text_wanted
from handlers.filters import Awaiting, first_of_album
from handlers.reply import Reply
from journal import channels
from journal.context import Ctx
from journal.model.access import Awaited
from journal.model.channels import Channel
from locales.texts import Texts

router = Router(name="channels")


async def _unasked(message: Message, ctx: Ctx, awaited: Awaited | None = None) -> bool:
    """Passes an address where no answer is awaited."""
    return awaited is None and channels.unasked(ctx, message.text or "")


@router.message(CommandStart(deep_link=True, magic=F.args == LEAVE))
async def from_letter(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    kept = await channels.read(ctx, Channel.EMAIL)
    await reply.send(screens.channel(Channel.EMAIL, kept, t))


@router.callback_query(ChannelCb.filter())
async def channel(_: CallbackQuery, callback_data: ChannelCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    which = callback_data.channel
    await reply.show(screens.channel(which, await channels.read(ctx, which), t))


@router.callback_query(AddressCb.filter())
async def ask(
    _: CallbackQuery, callback_data: AddressCb, awaited: Awaited | None, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await channels.ask(ctx, callback_data.channel, awaited)
    await reply.show(screens.ask_address(callback_data.channel, t))


@router.message(Awaiting(channels.ADDRESS, channels.CODE), F.text)
async def type_answer(
    message: Message, awaited: Awaited, ctx: Ctx, t: Texts, house: Served, reply: Reply
) -> None:
    await reply.send(await proving.answer(message.text or "", awaited, ctx, t, house))


@router.callback_query(NewCodeCb.filter())
async def new_code(
    _: CallbackQuery,
    callback_data: NewCodeCb,
    awaited: Awaited | None,
    ctx: Ctx,
    t: Texts,
    house: Served,
    reply: Reply,
) -> None:
    await reply.show(await proving.renew(callback_data.channel, awaited, ctx, t, house))


@router.message(Awaiting(channels.ADDRESS, channels.CODE), ~F.text, first_of_album)
async def no_text(_: Message, awaited: Awaited, t: Texts, reply: Reply) -> None:
    await reply.send(screens.ask_address(proving.which(awaited), t, text_wanted(t)))


@router.message(F.text, _unasked)
async def address_unasked(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    kept = await channels.read(ctx, Channel.EMAIL)
    await reply.send(screens.unasked(Channel.EMAIL, kept, t))


@router.callback_query(UseCb.filter())
async def choose(_: CallbackQuery, callback_data: UseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    which = callback_data.channel
    kept = await channels.choose(ctx, which, callback_data.use)
    reply.toast(t("Saved."))
    await reply.show(screens.channel(which, kept, t))


@router.callback_query(ForgetCb.filter())
async def forget(_: CallbackQuery, callback_data: ForgetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await channels.remove(ctx, callback_data.channel)
    await reply.show(screens.channel(callback_data.channel, None, t, t("The address is removed.")))
