"""The information letter: about whom, the words, the file, the request to print it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.papers import letter_screens as screens
from handlers.papers import printing
from handlers.papers.callbacks import LetterAct, LetterCb, LetterToCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.model.access import Awaited
from journal.papers import letter, requests
from journal.papers.letter import OWN_WORDS
from locales.texts import Texts

router = Router(name="papers.letter")


@router.callback_query(LetterToCb.filter())
async def addressees(_: CallbackQuery, callback_data: LetterToCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.addressees(*await letter.students(ctx, callback_data.unit), t))


@router.callback_query(LetterCb.filter(F.act == LetterAct.ASK))
async def ask(
    _: CallbackQuery,
    callback_data: LetterCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    asked = callback_data
    what = letter.addressed(asked.unit, asked.student, asked.template, awaited)
    await reply.show(screens.asked(await requests.ask_letter(ctx, what), t))


@router.callback_query(LetterCb.filter())
async def show(
    _: CallbackQuery,
    callback_data: LetterCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    asked = callback_data
    found = await letter.letter(ctx, asked.unit, asked.student, asked.template, awaited)
    if asked.act is LetterAct.FILE:
        await reply.send(screens.file(found, await printing.letter(ctx, found, t), t))
    else:
        await reply.show(screens.preview(found, t))


@router.message(Awaiting(OWN_WORDS), F.text)
async def reword(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await letter.reword(ctx, awaited, message.text or "")
    await reply.send(screens.preview(found, t))
