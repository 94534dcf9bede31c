"""Writing a notice: text, files, audience, signature, Send."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.notices import audience, author_screens
from handlers.notices.callbacks import AudienceCb, DraftAct, DraftCb, PartCb, View, WriteCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal import notices
from journal.context import Ctx
from journal.model.access import Awaited
from journal.notices import Choice
from journal.notices.drafting import MORE, TEXT
from locales.texts import Texts

router = Router(name="notices.writing")

_SIGN_OFF = {DraftAct.SIGN_OFF: True, DraftAct.NO_SIGN_OFF: False}


@router.message(Command("notice"))
async def begin_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await notices.begin(ctx)
    await reply.show(author_screens.question(t))


@router.callback_query(WriteCb.filter())
async def begin(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await notices.begin(ctx)
    await reply.show(author_screens.question(t))


@router.message(Awaiting(TEXT))
async def draft(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.draft(ctx, words_of(message), attachments_of(message))
    shown = await reply.show(author_screens.preview(found, ctx.school, t))
    await notices.await_more(ctx, found.notice.id, shown)


@router.message(Awaiting(MORE))
async def supplement(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    number = awaited.number("notice")
    found = await notices.supplement(ctx, number, words_of(message), attachments_of(message))
    if not found.done:
        await reply.send(author_screens.question(t))
    elif awaited.message_id is not None:
        await reply.redraw(awaited.message_id, author_screens.preview(found, ctx.school, t))
    else:
        await notices.await_more(ctx, number, await reply.show(author_screens.preview(found, ctx.school, t)))


@router.callback_query(DraftCb.filter(F.act.in_(_SIGN_OFF)))
async def sign_off(_: CallbackQuery, callback_data: DraftCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await notices.shape(ctx, asked.notice, asked.revision, sign_off=_SIGN_OFF[asked.act])
    await _show(found, ctx, t, reply)


@router.callback_query(DraftCb.filter(F.act == DraftAct.PREVIEW))
async def preview(_: CallbackQuery, callback_data: DraftCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await _show(await notices.preview(ctx, callback_data.notice), ctx, t, reply)


@router.callback_query(DraftCb.filter(F.act == DraftAct.SEND))
async def send(query: CallbackQuery, callback_data: DraftCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    message = query.message.message_id if query.message else None
    await _show(await notices.send(ctx, callback_data.notice, callback_data.revision, message), ctx, t, reply)


@router.callback_query(DraftCb.filter(F.act == DraftAct.PAY))
async def pay(query: CallbackQuery, callback_data: DraftCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    message = query.message.message_id if query.message else None
    found = await notices.send(ctx, callback_data.notice, callback_data.revision, message, paid=True)
    await _show(found, ctx, t, reply)


@router.callback_query(DraftCb.filter(F.act == DraftAct.DROP))
async def drop(_: CallbackQuery, callback_data: DraftCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await notices.drop(ctx, callback_data.notice)
    await reply.show(author_screens.dropped(t))


@router.callback_query(AudienceCb.filter())
async def choose(_: CallbackQuery, callback_data: AudienceCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await notices.choice(ctx, callback_data.notice)
    await reply.show(_choosing(found, callback_data.view, callback_data.of, t))


@router.callback_query(PartCb.filter())
async def turn(_: CallbackQuery, callback_data: PartCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await notices.address(
        ctx, asked.notice, asked.revision, asked.part, asked.of, chosen=asked.chosen
    )
    if not found.preview.done:
        reply.toast(t("This has changed meanwhile."))
    grade = next((unit.grade for unit in found.reach.units if unit.id == asked.of), asked.of)
    await reply.show(_choosing(found, asked.view, grade, t))


def _choosing(found: Choice, view: View, of: int, t: Texts) -> Screen:
    match view:
        case View.CLASSES:
            return audience.classes(found, of, t)
        case View.FAMILIES:
            return audience.families(found, t)
        case View.MAIN:
            return audience.main(found, t)


async def _show(found: notices.Preview, ctx: Ctx, t: Texts, reply: Reply) -> None:
    """The draft, or the living counter of a notice that is out already."""
    if not found.done:
        reply.toast(t("This has changed meanwhile."))
    await reply.show(author_screens.standing(found, ctx.school, t, living=True))
