"""Registers: open, tap, save, take back."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.attendance import class_teacher, details, screens
from handlers.attendance.callbacks import (
    LeavingCb,
    MinutesCb,
    OpenRegisterCb,
    RegisterAct,
    RegisterCb,
    TapCb,
    TimesCb,
)
from handlers.reply import Reply
from journal import attendance
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="attendance")
router.include_router(class_teacher.router)


@router.callback_query(OpenRegisterCb.filter())
async def open_register(
    _: CallbackQuery, callback_data: OpenRegisterCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    sheet = await attendance.open_register(ctx, callback_data.lesson)
    await reply.show(screens.register(sheet, ctx, t))


@router.callback_query(TapCb.filter())
async def tap(_: CallbackQuery, callback_data: TapCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    sheet = await attendance.tap(ctx, asked.lesson, asked.student, asked.status, asked.seen)
    await reply.show(screens.register(sheet, ctx, t))


@router.callback_query(RegisterCb.filter(F.act == RegisterAct.ALL_PRESENT))
async def everyone_present(
    _: CallbackQuery, callback_data: RegisterCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    sheet = await attendance.everyone_present(ctx, callback_data.lesson)
    await reply.show(screens.register(sheet, ctx, t))


@router.callback_query(RegisterCb.filter(F.act.in_({RegisterAct.SAVE, RegisterAct.SURE})))
async def save(_: CallbackQuery, callback_data: RegisterCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    sure = asked.act is RegisterAct.SURE
    outcome = await attendance.save_register(ctx, asked.lesson, asked.posted, sure=sure)
    if outcome.asked:
        await reply.show(details.contradicting(outcome, ctx, t))
        return
    if outcome.sheet.unsaved:
        reply.alert(t("This has changed meanwhile. Please check and save once more."))
        await reply.show(screens.register(outcome.sheet, ctx, t))
    else:
        await reply.show(screens.saved(outcome, ctx, t))


@router.callback_query(LeavingCb.filter())
async def leaving(_: CallbackQuery, callback_data: LeavingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await attendance.open_register(ctx, callback_data.lesson)
    await reply.show(details.leaving(sheet, ctx, t))


@router.callback_query(TimesCb.filter())
async def times(_: CallbackQuery, callback_data: TimesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await attendance.open_register(ctx, callback_data.lesson)
    await reply.show(details.times(sheet, ctx, t))


@router.callback_query(MinutesCb.filter())
async def minutes(_: CallbackQuery, callback_data: MinutesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    sheet = await attendance.set_minutes(ctx, asked.lesson, asked.student, asked.minutes)
    await reply.show(details.times(sheet, ctx, t))


@router.callback_query(RegisterCb.filter(F.act == RegisterAct.UNDO))
async def undo(_: CallbackQuery, callback_data: RegisterCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    undone = await attendance.undo_register(ctx, callback_data.lesson, callback_data.posted)
    if not undone.done:
        reply.alert(t("Families have been told already. Correct the register instead."))
        await reply.show(screens.saved(undone.left, ctx, t))
        return
    taken = undone.sheet.taken
    reply.toast(t("The correction is undone.") if taken else t("Taken back. Nobody was told."))
    await reply.show(screens.register(undone.sheet, ctx, t))
