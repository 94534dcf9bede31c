"""Words instead of marks: choose a phrase, tap names."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.remarks import screens
from handlers.remarks.callbacks import (
    DropRemarkPhraseCb,
    EditPhrasesCb,
    GiveRemarkCb,
    PhrasesCb,
    RemarkSheetCb,
)
from handlers.reply import Reply
from journal import remarks
from journal.context import Ctx
from journal.model.access import Awaited
from journal.model.remarks import RemarkKind
from locales.texts import Texts

router = Router(name="remarks")


@router.callback_query(PhrasesCb.filter())
async def phrases(_: CallbackQuery, callback_data: PhrasesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await remarks.open_phrases(ctx, callback_data.lesson, callback_data.kind)
    await reply.show(screens.phrases(found, ctx, t))


@router.callback_query(EditPhrasesCb.filter())
async def edit(_: CallbackQuery, callback_data: EditPhrasesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await remarks.open_phrases(ctx, callback_data.lesson, callback_data.kind)
    await reply.show(screens.editing(found, ctx, t))


@router.callback_query(DropRemarkPhraseCb.filter())
async def drop(_: CallbackQuery, callback_data: DropRemarkPhraseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await remarks.drop_phrase(ctx, asked.lesson, asked.kind, asked.code)
    await reply.show(screens.editing(found, ctx, t))


@router.callback_query(RemarkSheetCb.filter())
async def sheet(_: CallbackQuery, callback_data: RemarkSheetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await remarks.open_sheet(ctx, asked.lesson, asked.kind, asked.code)
    await reply.show(screens.sheet(found, ctx, t))


@router.callback_query(GiveRemarkCb.filter())
async def give(_: CallbackQuery, callback_data: GiveRemarkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await remarks.give(ctx, asked.lesson, asked.kind, asked.code, asked.student, given=asked.given)
    await reply.show(screens.sheet(found, ctx, t))


@router.message(Awaiting("remark"), F.text)
async def add_phrase(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    kind = RemarkKind(str(awaited.payload.get("kind", RemarkKind.PHRASE)))
    found = await remarks.add_phrase(ctx, awaited.number("lesson"), kind, message.text or "")
    await reply.show(screens.sheet(found, ctx, t))
