"""Reading and signing off notices."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.notices import reader_screens
from handlers.notices.callbacks import InboxCb, ReadCb, SignCb
from handlers.reply import Reply
from journal import notices
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="notices.reading")


@router.callback_query(SignCb.filter())
async def sign(_: CallbackQuery, callback_data: SignCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.sign(ctx, callback_data.notice)
    reply.toast(t("Thank you, signed off."))
    # The files are there already: only the words change.
    await reply.show(replace(reader_screens.notice(found, ctx.actor.privacy, ctx.school, t), attachments=()))


@router.message(Command("notices"))
async def inbox_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(reader_screens.inbox(await notices.received(ctx), ctx.school, t))


@router.callback_query(InboxCb.filter())
async def inbox(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(reader_screens.inbox(await notices.received(ctx), ctx.school, t))


@router.callback_query(ReadCb.filter())
async def read(_: CallbackQuery, callback_data: ReadCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.read(ctx, callback_data.notice)
    await reply.show(reader_screens.notice(found, ctx.actor.privacy, ctx.school, t))
