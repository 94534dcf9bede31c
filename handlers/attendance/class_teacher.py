"""The class teacher corrects a colleague's register, or enters an absence for a valid reason."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.attendance import class_teacher_screens as screens
from handlers.attendance.callbacks import AmendCb, AmendOneCb, CorrectCb, ExcuseCb
from handlers.reply import Reply
from journal import attendance
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="attendance.class_teacher")


@router.callback_query(AmendCb.filter())
async def students(_: CallbackQuery, callback_data: AmendCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.students(await attendance.students(ctx, callback_data.lesson), ctx, t))


@router.callback_query(AmendOneCb.filter())
async def student(_: CallbackQuery, callback_data: AmendOneCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await attendance.student(ctx, callback_data.lesson, callback_data.student)
    await reply.show(screens.student(found, ctx, t))


@router.callback_query(ExcuseCb.filter())
async def excuse(_: CallbackQuery, callback_data: ExcuseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await attendance.excuse(ctx, asked.lesson, asked.student, asked.reason)
    await reply.show(screens.student(found, ctx, t, done=True))


@router.callback_query(CorrectCb.filter())
async def correct(_: CallbackQuery, callback_data: CorrectCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await attendance.correct(ctx, asked.lesson, asked.student, absent=asked.absent)
    await reply.show(screens.student(found, ctx, t, done=True))
