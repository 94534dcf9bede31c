"""Saved marks corrected, and works under check."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.marks import correcting_screens as screens
from handlers.marks import screens as painting_screens
from handlers.marks.callbacks import (
    ChangeCb,
    FinishCb,
    MarkCb,
    MarksAct,
    MarksCb,
    OpenWorkCb,
    ResumeCb,
    WorksCb,
)
from handlers.reply import Reply
from journal.context import Ctx
from journal.marks import correcting, painting, works
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="marks.correcting")


@router.callback_query(MarksCb.filter(F.act == MarksAct.SAVED))
async def saved_marks(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.saved_marks(await correcting.saved_marks(ctx, callback_data.lesson), ctx, t))


@router.callback_query(MarkCb.filter())
async def mark(_: CallbackQuery, callback_data: MarkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.mark(await correcting.open_mark(ctx, callback_data.mark), ctx, t))


@router.callback_query(ChangeCb.filter(F.reason == ""))
async def ask_reason(_: CallbackQuery, callback_data: ChangeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    page = await correcting.ask_reason(ctx, callback_data.mark, callback_data.value)
    await reply.show(screens.reason(page, callback_data.value, ctx, t))


@router.callback_query(ChangeCb.filter())
async def change(_: CallbackQuery, callback_data: ChangeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    lesson = await correcting.change_mark(ctx, asked.mark, asked.value, asked.reason)
    reply.toast(t("The correction is saved."))
    await reply.show(screens.corrected(await correcting.saved_marks(ctx, lesson.id), ctx, t))


@router.message(Awaiting("mark_reason"), F.text)
async def typed_reason(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    value = str(awaited.payload.get("value", ""))
    lesson = await correcting.change_mark(ctx, awaited.number("mark"), value, message.text or "")
    await reply.show(screens.corrected(await correcting.saved_marks(ctx, lesson.id), ctx, t))


@router.callback_query(WorksCb.filter())
async def in_hand(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.works(await works.works_in_hand(ctx), ctx, t))


@router.callback_query(OpenWorkCb.filter())
async def open_work(_: CallbackQuery, callback_data: OpenWorkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson, work = await works.work_lesson(ctx, callback_data.work)
    sheet = await painting.open_marks(ctx, lesson, work)
    if sheet.draft.work_id != work:
        reply.alert(t("There are unsaved marks for other work: save or wipe them first."))
    await reply.show(painting_screens.painting(sheet, ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.CHECK))
async def collect(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    work = await works.start_check(ctx, callback_data.lesson)
    await reply.show(screens.collected(work, ctx, t))


@router.callback_query(FinishCb.filter())
async def finish(_: CallbackQuery, callback_data: FinishCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.finished(await works.finish_check(ctx, callback_data.work), ctx, t))


@router.callback_query(ResumeCb.filter())
async def resume(_: CallbackQuery, callback_data: ResumeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.collected(await works.resume_check(ctx, callback_data.work), ctx, t))
