"""Registers: open, tap, save, take back."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.attendance import class_teacher, screens
from handlers.attendance.callbacks import OpenRegisterCb, RegisterAct, RegisterCb, TapCb
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


@router.callback_query(RegisterCb.filter(F.act == RegisterAct.SAVE))
async def save(_: CallbackQuery, callback_data: RegisterCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    outcome = await attendance.save_register(ctx, callback_data.lesson, callback_data.posted)
    if outcome.sheet.unsaved:
        reply.alert(t("This has changed meanwhile. Please check and save once more."))
        await reply.show(screens.register(outcome.sheet, ctx, t))
    else:
        await reply.show(screens.saved(outcome, ctx, t))


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
