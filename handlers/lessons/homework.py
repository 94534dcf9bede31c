"""Homework: written, photographed, forwarded or spoken; saved for one class or its parallels too."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.files import attachments_of, words_of
from handlers.filters import Awaiting
from handlers.lessons import homework_screens as screens
from handlers.lessons import screens as cards_screens
from handlers.lessons.callbacks import (
    HomeworkAct,
    HomeworkCb,
    HomeworkDueCb,
    HomeworkUnitCb,
    OpenHomeworkCb,
)
from handlers.lessons.filters import HomeworkInPassing
from handlers.reply import Reply
from journal.context import Ctx
from journal.lessons import cards, homework
from journal.model.access import Awaited
from journal.model.giving import Giving
from journal.words.wording import task_in
from locales.texts import Texts

router = Router(name="lessons.homework")


@router.callback_query(OpenHomeworkCb.filter())
async def open_homework(
    _: CallbackQuery, callback_data: OpenHomeworkCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(screens.giving(await homework.open_homework(ctx, callback_data.lesson), ctx, t))


@router.message(Awaiting("homework"))
async def add(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson = awaited.number("lesson")
    found = await homework.add(ctx, lesson, task_in(words_of(message)), attachments_of(message))
    await _preview(message, awaited, found, ctx, t, reply)


@router.message(HomeworkInPassing())
async def add_in_passing(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson = await cards.at_hand(ctx)
    if lesson is None:
        await reply.show(cards_screens.now(await cards.now(ctx), ctx, t))
        return
    found = await homework.add(ctx, lesson, words_of(message), attachments_of(message))
    await _preview(message, None, found, ctx, t, reply)


@router.callback_query(HomeworkCb.filter(F.act == HomeworkAct.BRING))
async def ask_bring(_: CallbackQuery, callback_data: HomeworkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.bring(await homework.ask_bring(ctx, callback_data.lesson), t))


@router.message(Awaiting("bring"), F.text)
async def bring(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await homework.bring(ctx, awaited.number("lesson"), words_of(message))
    await reply.show(screens.giving(found, ctx, t))


@router.callback_query(HomeworkUnitCb.filter())
async def choose_unit(
    _: CallbackQuery, callback_data: HomeworkUnitCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    asked = callback_data
    found = await homework.choose_unit(ctx, asked.lesson, asked.unit, chosen=asked.chosen)
    await reply.show(screens.giving(found, ctx, t))


@router.callback_query(HomeworkCb.filter(F.act == HomeworkAct.DATES))
async def dates(_: CallbackQuery, callback_data: HomeworkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson, ahead = await homework.dates(ctx, callback_data.lesson)
    await reply.show(screens.dates(lesson, ahead, t))


@router.callback_query(HomeworkDueCb.filter())
async def choose_date(
    _: CallbackQuery, callback_data: HomeworkDueCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await homework.choose_date(ctx, callback_data.lesson, callback_data.due)
    await reply.show(screens.giving(found, ctx, t))


@router.callback_query(HomeworkCb.filter(F.act == HomeworkAct.SAVE))
async def save(_: CallbackQuery, callback_data: HomeworkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    given = await homework.save_homework(ctx, callback_data.lesson, callback_data.revision)
    await reply.show(screens.given(given, ctx, t))


@router.callback_query(HomeworkCb.filter(F.act == HomeworkAct.NOTHING))
async def nothing(_: CallbackQuery, callback_data: HomeworkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.given(await homework.no_homework(ctx, callback_data.lesson), ctx, t))


@router.callback_query(HomeworkCb.filter(F.act == HomeworkAct.WITHDRAW))
async def withdraw(_: CallbackQuery, callback_data: HomeworkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await homework.withdraw_homework(ctx, callback_data.lesson)
    reply.toast(t("Taken back."))
    await reply.show(screens.giving(found, ctx, t))


@router.callback_query(HomeworkCb.filter(F.act == HomeworkAct.DROP))
async def drop(_: CallbackQuery, callback_data: HomeworkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.giving(await homework.drop_draft(ctx, callback_data.lesson), ctx, t))


async def _preview(
    message: Message, awaited: Awaited | None, found: Giving, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    """Show the draft; an album comes as several messages, and they share one preview."""
    preview, album = screens.giving(found, ctx, t), message.media_group_id
    place = awaited.message_id if awaited and album and awaited.payload.get("album") == album else None
    shown = await (reply.redraw(place, preview) if place is not None else reply.show(preview))
    if album:
        await homework.shown(ctx, found.lesson.id, album, shown)
