"""Looking at the journal: classes, days, pages."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.audit import buttons
from handlers.control import comments, contradictions, screens, students_screens
from handlers.control.callbacks import ClassJournalCb, JournalsCb, PageCb, StudentCardCb, StudentsCb
from handlers.deputy.callbacks import MorningCb
from handlers.reply import Reply
from handlers.screen import Button, Row, Screen
from journal import control
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="control")
router.include_routers(contradictions.router, comments.router)


@router.message(Command("journals"))
async def journals_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _classes(ctx, 0, t))


@router.callback_query(JournalsCb.filter())
async def journals(_: CallbackQuery, callback_data: JournalsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _classes(ctx, callback_data.grade, t))


@router.callback_query(ClassJournalCb.filter())
async def class_day(
    _: CallbackQuery, callback_data: ClassJournalCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    day = callback_data.date(ctx.today)
    found = await control.day_of_class(ctx, callback_data.unit, day)
    await reply.show(screens.class_day(found, ctx.school, t))


@router.callback_query(StudentsCb.filter())
async def students(_: CallbackQuery, callback_data: StudentsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit, found = await control.students(ctx, callback_data.unit)
    await reply.show(students_screens.students(unit, found, t))


@router.callback_query(StudentCardCb.filter())
async def student(_: CallbackQuery, callback_data: StudentCardCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.student(ctx, callback_data.student)
    await reply.show(students_screens.period([found], t))


@router.callback_query(PageCb.filter())
async def page(_: CallbackQuery, callback_data: PageCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.page(await control.page(ctx, callback_data.lesson), ctx.school, t))


async def _classes(ctx: Ctx, grade: int, t: Texts) -> Screen:
    units, everything = await control.classes(ctx)
    day = Button(t("The school's day"), MorningCb().pack())
    first: Row = (day, buttons.changes(t)) if everything else ()
    return screens.classes(units, grade, first, t)
