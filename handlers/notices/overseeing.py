"""Every notice of the school, for who may withdraw an unlawful one (R-092)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.notices import school_screens as screens
from handlers.notices.callbacks import SchoolNoticeCb, SchoolNoticesCb
from handlers.reply import Reply
from journal import notices
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="notices.overseeing")


@router.callback_query(SchoolNoticesCb.filter())
async def listed(_: CallbackQuery, callback_data: SchoolNoticesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.listed(await notices.of_school(ctx, callback_data.page), ctx.school, t))


@router.callback_query(SchoolNoticeCb.filter())
async def one(_: CallbackQuery, callback_data: SchoolNoticeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.one(await notices.look(ctx, callback_data.notice), ctx.school, t))
