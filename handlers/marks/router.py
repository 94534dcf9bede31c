"""Painted and typed marks: choose, paint, save, take back."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.marks import correcting, planning, saved_screens, screens
from handlers.marks.callbacks import BrushCb, DoubtCb, KindCb, MarksAct, MarksCb, OpenMarksCb, PaintCb
from handlers.marks.filters import TypedOnSheet
from handlers.reply import Reply
from journal.context import Ctx
from journal.marks import painting, saving, typing
from journal.model.access import Awaited
from journal.model.painting import MarksOutcome
from locales.texts import Texts

router = Router(name="marks")
router.include_routers(correcting.router, planning.router)


@router.callback_query(OpenMarksCb.filter())
async def open_marks(_: CallbackQuery, callback_data: OpenMarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.painting(await painting.open_marks(ctx, callback_data.lesson), ctx, t))


@router.callback_query(BrushCb.filter())
async def choose_brush(_: CallbackQuery, callback_data: BrushCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await painting.choose_brush(ctx, callback_data.lesson, callback_data.brush)
    await reply.show(screens.painting(sheet, ctx, t))


@router.callback_query(PaintCb.filter())
async def paint(_: CallbackQuery, callback_data: PaintCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    sheet = await painting.paint(ctx, asked.lesson, asked.student, asked.values, asked.seen)
    await reply.show(screens.painting(sheet, ctx, t))


@router.message(TypedOnSheet(), F.text)
async def type_marks(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await typing.type_marks(ctx, awaited.number("lesson"), message.text or "")
    await reply.show(screens.painting(sheet, ctx, t))


@router.callback_query(DoubtCb.filter())
async def settle_doubt(_: CallbackQuery, callback_data: DoubtCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    sheet = await typing.settle_doubt(ctx, asked.lesson, asked.place, asked.student or None, asked.seen)
    await reply.show(screens.painting(sheet, ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.SKIP))
async def skip_doubts(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.painting(await typing.skip_doubts(ctx, callback_data.lesson), ctx, t))


@router.callback_query(KindCb.filter())
async def choose_kind(_: CallbackQuery, callback_data: KindCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await painting.choose_kind(ctx, callback_data.lesson, callback_data.kind)
    await reply.show(screens.painting(sheet, ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.KINDS))
async def kinds(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await painting.see(ctx, callback_data.lesson)
    await reply.show(screens.kinds(sheet.lesson, ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.PAIRS))
async def pairs(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await painting.see(ctx, callback_data.lesson)
    await reply.show(screens.pairs(sheet.lesson, ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.COMMENT))
async def ask_comment(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.comment(await painting.ask_comment(ctx, callback_data.lesson), ctx, t))


@router.message(Awaiting("mark_comment"), F.text)
async def comment(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sheet = await painting.comment(ctx, awaited.number("lesson"), message.text or "")
    await reply.show(screens.painting(sheet, ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.BACK))
async def back(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.painting(await painting.resume(ctx, callback_data.lesson), ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.CLEAR))
async def clear(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.painting(await painting.clear(ctx, callback_data.lesson), ctx, t))


@router.callback_query(MarksCb.filter(F.act == MarksAct.SAVE))
async def save(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    outcome = await saving.save_marks(ctx, callback_data.lesson, callback_data.posted)
    await _show(outcome, ctx, t, reply)


@router.callback_query(MarksCb.filter(F.act == MarksAct.SAVE_LATER))
async def save_later(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    outcome = await saving.save_marks(ctx, asked.lesson, asked.posted, handed_in_later=True)
    await _show(outcome, ctx, t, reply)


@router.callback_query(MarksCb.filter(F.act == MarksAct.SAVE_BESIDE))
async def save_beside(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    outcome = await saving.save_marks(ctx, asked.lesson, asked.posted, handed_in_later=True, beside=True)
    await _show(outcome, ctx, t, reply)


@router.callback_query(MarksCb.filter(F.act == MarksAct.UNDO))
async def undo(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    undone = await saving.undo_marks(ctx, callback_data.lesson, callback_data.posted)
    if not undone.changed:
        reply.alert(t("Families have been told already. Correct the mark instead."))
        await reply.show(saved_screens.saved(undone, ctx, t))
        return
    reply.toast(t("Taken back. Nobody was told."))
    await reply.show(screens.painting(undone.painting, ctx, t))


async def _show(outcome: MarksOutcome, ctx: Ctx, t: Texts, reply: Reply) -> None:
    if outcome.met:
        await reply.show(saved_screens.met(outcome, ctx, t))
    else:
        await reply.show(
            saved_screens.asked(outcome, ctx, t) if outcome.asked else saved_screens.saved(outcome, ctx, t)
        )
