"""How far lesson plans are fulfilled, by subject and class, on the screen and in files (R-081)."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.deputy import programme_files as files
from handlers.deputy import programme_screens as screens
from handlers.deputy.callbacks import ProgrammeCb, ProgrammeFileCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.plans.programme import programme
from locales.texts import Texts

router = Router(name="deputy.programme")


@router.message(Command("programme"))
async def command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.programme(await programme(ctx), ProgrammeCb(), ctx, t))


@router.callback_query(ProgrammeCb.filter())
async def show(_: CallbackQuery, callback_data: ProgrammeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await programme(ctx, callback_data.period)
    await reply.show(screens.programme(found, callback_data, ctx, t))


@router.callback_query(ProgrammeFileCb.filter())
async def file(_: CallbackQuery, callback_data: ProgrammeFileCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await programme(ctx, callback_data.period)
    await reply.send(await files.file(found, callback_data, ctx, t))
