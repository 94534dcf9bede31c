"""Taking a teacher's unlawful words out of the diary (R-092)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.control import comments_screens as screens
from handlers.control.callbacks import CommentCb, CommentsCb
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal.context import Ctx
from journal.control import comments
from journal.model.access import Awaited
from journal.model.comments import CommentOf
from locales.texts import Texts

router = Router(name="control.comments")


@router.callback_query(CommentsCb.filter())
async def listed(_: CallbackQuery, callback_data: CommentsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.comments(await comments.comments(ctx, callback_data.lesson), t))


@router.callback_query(CommentCb.filter())
async def ask(_: CallbackQuery, callback_data: CommentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    lesson, found = await comments.ask_reason(ctx, asked.lesson, asked.of, asked.number)
    await reply.show(screens.why(lesson, found, t))


@router.message(Awaiting(comments.REASON), F.text)
async def withdraw(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson, mark, remark = (awaited.number(name) for name in ("lesson", "mark", "remark"))
    of = CommentOf.MARK if mark else CommentOf.REMARK
    left = await comments.withdraw(ctx, lesson, of, mark or remark, message.text or "")
    said = t("Taken out of the diary. The author hears of it; the audit keeps the words.")
    await reply.show(screens.comments(left, t, said))
