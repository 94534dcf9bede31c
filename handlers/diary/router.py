"""The diary: pages of a child by buttons and by commands."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.diary import screens
from handlers.diary.callbacks import (
    ChildCb,
    DiaryCb,
    FilesCb,
    Look,
    MarkCb,
    MarksCb,
    MineCb,
    MissedCb,
    SubjectCb,
)
from handlers.diary.pages import at_hand, page
from handlers.home.router import first_screen
from handlers.reply import Reply
from journal import diary
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="diary")

COMMANDS = {
    "today": Look.DAY,
    "week": Look.WEEK,
    "timetable": Look.WEEK,
    "homework": Look.TASKS,
    "marks": Look.MARKS,
    "attendance": Look.MISSED,
}


@router.callback_query(DiaryCb.filter())
async def dated(_: CallbackQuery, callback_data: DiaryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await reply.show(await page(ctx, t, asked.student, asked.look, asked.date))


@router.callback_query(MarksCb.filter())
async def marks(_: CallbackQuery, callback_data: MarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    book = await diary.marks(ctx, callback_data.student, callback_data.period or None)
    await reply.show(screens.marks(book, t))


@router.callback_query(SubjectCb.filter())
async def subject(_: CallbackQuery, callback_data: SubjectCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    book, item = await diary.subject(ctx, asked.student, asked.subject, asked.period or None)
    await reply.show(screens.subject(book, item, t))


@router.callback_query(MarkCb.filter())
async def mark(_: CallbackQuery, callback_data: MarkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    child, found = await diary.mark(ctx, callback_data.mark)
    await reply.show(screens.mark(child, found, ctx.regulation, t))


@router.callback_query(MissedCb.filter())
async def attendance(_: CallbackQuery, callback_data: MissedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    book = await diary.attendance(ctx, callback_data.student, callback_data.period or None)
    await reply.show(screens.attendance(book, t))


@router.callback_query(FilesCb.filter())
async def files(_: CallbackQuery, callback_data: FilesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    task = await diary.files(ctx, callback_data.student, callback_data.homework)
    await reply.send(screens.files(task, t))


@router.callback_query(ChildCb.filter())
async def another_child(_: CallbackQuery, callback_data: ChildCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await first_screen(await diary.look_at(ctx, callback_data.student), t))


@router.callback_query(MineCb.filter())
async def mine(_: CallbackQuery, callback_data: MineCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await page(ctx, t, at_hand(ctx), callback_data.look))


@router.message(Command(*COMMANDS))
async def command(_: Message, command: CommandObject, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await page(ctx, t, at_hand(ctx), COMMANDS[command.command]))
