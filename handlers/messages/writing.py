"""Writing: a letter to somebody of the school, an answer in a thread, a phrase in one tap."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.messages import screens
from handlers.messages.callbacks import AboutCb, AnswerCb, LetterCb, PhraseCb, SendDraftCb
from handlers.reply import Reply
from journal import diary, messages
from journal.context import Ctx
from journal.messages.parties import Addressee
from journal.messages.sending import ALBUM
from journal.messages.writing import ANSWER, LETTER
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="messages.writing")


@router.callback_query(LetterCb.filter())
async def ask_letter(_: CallbackQuery, callback_data: LetterCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    student = asked.student or diary.at_hand(ctx.actor)
    to = Addressee(asked.office, asked.staff or None)
    await reply.show(screens.asked(await messages.ask_letter(ctx, student, to), ctx, t))


@router.callback_query(SendDraftCb.filter())
async def send_draft(
    _: CallbackQuery,
    callback_data: SendDraftCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    sent = await messages.send_draft(ctx, awaited, callback_data.mark)
    await reply.show(screens.sent(sent, ctx, t))


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
