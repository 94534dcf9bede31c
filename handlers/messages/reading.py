"""The list of threads, one thread, its files."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.messages import screens
from handlers.messages.callbacks import FilesCb, ReadCb, ThreadCb, ThreadsCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal import messages
from journal.context import Ctx
from journal.model.access import Hat
from locales.texts import Texts

router = Router(name="messages.reading")


@router.message(Command("messages"))
async def threads_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _threads(ctx, 0, t))


@router.callback_query(ThreadsCb.filter())
async def threads(_: CallbackQuery, callback_data: ThreadsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _threads(ctx, callback_data.page, t))


@router.callback_query(ThreadCb.filter())
async def thread(_: CallbackQuery, callback_data: ThreadCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await messages.open_thread(ctx, asked.conversation, asked.before or None)
    await reply.show(screens.thread(found, ctx, t))


@router.callback_query(ReadCb.filter())
async def note_read(_: CallbackQuery, callback_data: ReadCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await messages.note_read(ctx, callback_data.conversation, callback_data.message)
    reply.toast(t("Noted: read."))


@router.callback_query(FilesCb.filter())
async def files(_: CallbackQuery, callback_data: FilesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await messages.files(ctx, callback_data.conversation, callback_data.message)
    await reply.send(screens.files(callback_data.conversation, found, t))


async def _threads(ctx: Ctx, page: int, t: Texts) -> Screen:
    if ctx.actor.hat is Hat.STAFF:
        return screens.inbox(await messages.inbox(ctx), page, t)
    return screens.mine(await messages.mine(ctx), page, t)
