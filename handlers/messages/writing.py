"""Writing: a letter to somebody of the school, an answer in a thread, a phrase in one tap."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.answers import Said
from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.messages import addressees_screens, drafts, screens
from handlers.messages.callbacks import (
    AboutCb,
    AboutChildCb,
    AnswerCb,
    HeldAct,
    HeldCb,
    LetterCb,
    PhraseCb,
    TakeBackCb,
    WhomCb,
)
from handlers.messages.filters import Unasked, Unsure
from handlers.messages.instead import Instead
from handlers.reply import Reply
from handlers.screen import Screen
from handlers.words.answering import answer_words
from journal import diary, inputs, messages, plain_words
from journal.context import Ctx
from journal.errors import StaleError
from journal.messages import Held
from journal.messages.holding import HELD
from journal.messages.parties import Addressee
from journal.messages.sending import ALBUM
from journal.messages.to_family import TO_FAMILY
from journal.messages.writing import ANSWER, LETTER
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="messages.writing")


@router.callback_query(WhomCb.filter())
async def choose(
    _: CallbackQuery,
    callback_data: WhomCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    found = await messages.addressees(ctx, callback_data.student or diary.at_hand(ctx.actor))
    if not messages.unaddressed(awaited):
        await messages.await_letter(ctx)
    await reply.show(addressees_screens.addressees(found, ctx.actor.children, t))


@router.callback_query(LetterCb.filter())
async def ask_letter(
    _: CallbackQuery,
    callback_data: LetterCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    asked = callback_data
    student = asked.student or diary.at_hand(ctx.actor)
    to = Addressee(asked.office, asked.staff or None)
    if awaited is not None and messages.unaddressed(awaited):
        await reply.show(await _preview(await messages.address(ctx, awaited, student, to), None, ctx, t))
        return
    await reply.show(screens.asked(await messages.ask_letter(ctx, student, to), ctx, t))


@router.message(Awaiting(LETTER, ANSWER, TO_FAMILY, HELD), Unsure())
async def preview(
    message: Message, awaited: Awaited, instead: Instead | None, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    draft = await messages.keep(
        ctx, awaited, words_of(message), attachments_of(message), message.media_group_id
    )
    if not draft.continues:
        await reply.send(await _preview(draft, instead, ctx, t))


@router.message(Unasked())
async def unasked(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    draft = await messages.keep(ctx, None, words_of(message), attachments_of(message), message.media_group_id)
    await reply.send(await _preview(draft, None, ctx, t))


@router.callback_query(HeldCb.filter(F.act == HeldAct.SEND))
async def send_held(
    _: CallbackQuery,
    callback_data: HeldCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    sent = await messages.send_held(ctx, awaited, callback_data.mark)
    await reply.show(screens.sent(sent, ctx, t))


@router.callback_query(HeldCb.filter(F.act == HeldAct.REWRITE))
async def rewrite(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply, awaited: Awaited | None = None) -> None:
    await reply.show(screens.asked(await messages.rewrite(ctx, awaited), ctx, t))


@router.callback_query(HeldCb.filter(F.act == HeldAct.DROP))
async def drop(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await inputs.drop(ctx)
    await reply.show(drafts.dropped(t))


@router.callback_query(HeldCb.filter(F.act == HeldAct.INSTEAD))
async def no_letter(
    query: CallbackQuery,
    callback_data: HeldCb,
    ctx: Ctx,
    event_router: Router,
    awaited: Awaited | None = None,
    **data: Any,
) -> Any:
    """What was kept is understood anew, as if it had been typed into nothing."""
    text = await messages.let_go(ctx, awaited, callback_data.mark)
    sure = (await plain_words.understand(ctx, text)).sure
    if sure is None:
        raise StaleError("draft_gone")
    data |= {"ctx": ctx, "awaited": None}
    return await answer_words(Said(sure, text), query.id, query.from_user, event_router, data)


@router.callback_query(AboutChildCb.filter())
async def about_child(
    _: CallbackQuery,
    callback_data: AboutChildCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    draft = await messages.turn_to(ctx, awaited, callback_data.student, callback_data.mark)
    await reply.show(await _preview(draft, None, ctx, t, callback_data.student))


@router.callback_query(TakeBackCb.filter())
async def take_back(_: CallbackQuery, callback_data: TakeBackCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    letter, side = await messages.take_back(ctx, callback_data.conversation, callback_data.message)
    await reply.show(screens.taken_back(letter, side, t))


@router.callback_query(AboutCb.filter())
async def ask_about(_: CallbackQuery, callback_data: AboutCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    # A new message: what is asked about stays in sight.
    await reply.send(
        screens.asked(await messages.ask_about(ctx, asked.student, asked.about, asked.of), ctx, t)
    )


@router.message(Awaiting(LETTER))
async def write(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    sent = await messages.write(
        ctx, awaited, words_of(message), attachments_of(message), message.media_group_id
    )
    await reply.send(screens.sent(sent, ctx, t))


@router.callback_query(AnswerCb.filter())
async def ask_answer(_: CallbackQuery, callback_data: AnswerCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    # A new message: what is answered stays in sight.
    await reply.send(screens.asked(await messages.ask_answer(ctx, callback_data.conversation), ctx, t))


@router.message(Awaiting(ANSWER))
async def answer(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    number = awaited.number("conversation")
    sent = await messages.answer(
        ctx, number, words_of(message), attachments_of(message), message.media_group_id
    )
    await reply.send(screens.sent(sent, ctx, t))


@router.message(Awaiting(ALBUM, lasting=True))
async def more_pictures(message: Message, awaited: Awaited, ctx: Ctx) -> None:
    # «Отправлено» stands already: an album of ten would only repeat it.
    await messages.add_pictures(ctx, awaited, attachments_of(message))


@router.callback_query(PhraseCb.filter())
async def send_phrase(_: CallbackQuery, callback_data: PhraseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    sent = await messages.send_phrase(ctx, asked.conversation, asked.phrase, screens.phrase(t))
    reply.toast(t("Sent."))
    await reply.send(screens.sent(sent, ctx, t))


async def _preview(draft: Held, instead: Instead | None, ctx: Ctx, t: Texts, student: int = 0) -> Screen:
    if draft.to is not None:
        return drafts.shown(draft, draft.to, instead, ctx, t)
    found = await messages.addressees(ctx, student or diary.at_hand(ctx.actor))
    return drafts.unaddressed(draft, found, instead, ctx, t)
