"""The history: of a lesson, a mark, a student, results, a notice, and of the school's day."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.audit import screens
from handlers.audit.callbacks import HistoryCb, Of, SchoolHistoryCb
from handlers.reply import Reply
from journal.audit import history
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="audit")


@router.callback_query(HistoryCb.filter(F.of == Of.LESSON))
async def of_lesson(_: CallbackQuery, callback_data: HistoryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await history.of_lesson(ctx, callback_data.id, callback_data.page)
    await reply.show(screens.lesson(found, callback_data, ctx, t))


@router.callback_query(HistoryCb.filter(F.of == Of.MARK))
async def of_mark(_: CallbackQuery, callback_data: HistoryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await history.of_mark(ctx, callback_data.id, callback_data.page)
    await reply.show(screens.lesson(found, callback_data, ctx, t))


@router.callback_query(HistoryCb.filter(F.of == Of.STUDENT))
async def of_student(_: CallbackQuery, callback_data: HistoryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await history.of_student(ctx, callback_data.id, callback_data.page)
    await reply.show(screens.student(found, callback_data, ctx, t))


@router.callback_query(HistoryCb.filter(F.of == Of.RESULTS))
async def of_results(_: CallbackQuery, callback_data: HistoryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await history.of_results(ctx, callback_data.id, callback_data.sub, callback_data.page)
    await reply.show(screens.results(found, callback_data, ctx, t))


@router.callback_query(HistoryCb.filter(F.of == Of.NOTICE))
async def of_notice(_: CallbackQuery, callback_data: HistoryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await history.of_notice(ctx, callback_data.id, callback_data.page)
    await reply.show(screens.notice(found, callback_data, ctx, t))


@router.callback_query(SchoolHistoryCb.filter())
async def of_school(
    _: CallbackQuery, callback_data: SchoolHistoryCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    asked = callback_data
    found = await history.of_school(ctx, asked.date, asked.person or None, asked.page)
    await reply.show(screens.school(found, asked, ctx, t))
