"""Pages of the diary as pictures, and back to words."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.diary.callbacks import PictureCb, WordsCb, in_words
from handlers.diary.pages import page
from handlers.diary.pictures import picture
from handlers.reply import Reply
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="diary pictures")


@router.callback_query(PictureCb.filter())
async def draw(_: CallbackQuery, callback_data: PictureCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    if ctx.actor.reads_large:
        # A button from before they asked for plain words.
        await reply.show(await page(ctx, t, in_words(callback_data)))
    else:
        await reply.show(await picture(ctx, t, callback_data))


@router.callback_query(WordsCb.filter())
async def say(_: CallbackQuery, callback_data: WordsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await page(ctx, t, in_words(callback_data)))
