"""Pages of the diary as pictures, and back to words."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.diary.callbacks import PictureCb, PictureLook, WordsCb, in_words
from handlers.diary.pages import page
from handlers.diary.pictures import picture
from handlers.reply import Reply
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="diary pictures")


@router.message(Command("picture"))
async def command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await _draw(PictureCb(student=0, look=PictureLook.WEEK, at=0), ctx, t, reply)


@router.callback_query(PictureCb.filter())
async def draw(_: CallbackQuery, callback_data: PictureCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await _draw(callback_data, ctx, t, reply)


async def _draw(asked: PictureCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    # Who reads large has such a button from before, or types the command.
    in_plain_words = ctx.actor.reads_large
    await reply.show(await page(ctx, t, in_words(asked)) if in_plain_words else await picture(ctx, t, asked))


@router.callback_query(WordsCb.filter())
async def say(_: CallbackQuery, callback_data: WordsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await page(ctx, t, in_words(callback_data)))
