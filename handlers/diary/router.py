"""The diary: pages of a child by buttons, by commands and by questions in plain words."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers.diary import pages, router_pictures, screens
from handlers.diary.calendar import calendar_file
from handlers.diary.callbacks import (
    CalendarCb,
    ChildCb,
    DatesCb,
    DiaryCb,
    DoneCb,
    EverybodyCb,
    FilesCb,
    LessonCb,
    Look,
    MarkCb,
    MaterialCb,
    MissedCb,
    SubjectCb,
    SubjectLook,
    SubjectPageCb,
    TopicsCb,
    WeekMarksCb,
    WorksCb,
)
from handlers.diary.pages import page
from handlers.home.router import first_screen
from handlers.reply import Reply
from journal import diary
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="diary")
router.include_router(router_pictures.router)

COMMANDS = {
    "today": Look.DAY,
    "week": Look.WEEK,
    "timetable": Look.TIMETABLE,
    "homework": Look.TASKS,
    "marks": Look.MARKS,
    "attendance": Look.MISSED,
    "finals": Look.FINALS,
    "summary": Look.SUMMARY,
    "progress": Look.PROGRESS,
    "topics": Look.TOPICS,
    "events": Look.EVENTS,
}


@router.callback_query(DiaryCb.filter())
async def open_page(_: CallbackQuery, callback_data: DiaryCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await page(ctx, t, callback_data))


@router.callback_query(WeekMarksCb.filter())
async def week_marks(_: CallbackQuery, callback_data: WeekMarksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await page(ctx, t, DiaryCb(student=callback_data.student, look=Look.MARKS, at=0)))


@router.callback_query(DatesCb.filter())
async def by_date(_: CallbackQuery, callback_data: DatesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    book = await diary.marks(ctx, callback_data.student, callback_data.period or None)
    await reply.show(screens.by_date(book, callback_data.page, ctx.regulation, t))


@router.callback_query(WorksCb.filter())
async def by_work(_: CallbackQuery, callback_data: WorksCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    book = await diary.marks(ctx, callback_data.student, callback_data.period or None)
    await reply.show(screens.by_work(book, callback_data.page, ctx.regulation, t))


@router.callback_query(MissedCb.filter())
async def missed(_: CallbackQuery, callback_data: MissedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    book = await diary.attendance(ctx, callback_data.student, callback_data.period or None)
    await reply.show(screens.attendance(book, t, callback_data.page))


@router.callback_query(TopicsCb.filter())
async def topics(_: CallbackQuery, callback_data: TopicsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await diary.topics_of(ctx, asked.student, asked.subject, asked.period or None)
    await reply.show(screens.topics(found, asked.subject, t, asked.page))


@router.callback_query(SubjectCb.filter())
async def subject(_: CallbackQuery, callback_data: SubjectCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    book, item = await diary.subject(ctx, asked.student, asked.subject, asked.period or None)
    await reply.show(screens.subject(book, item, ctx, t))


@router.callback_query(MarkCb.filter())
async def mark(_: CallbackQuery, callback_data: MarkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await diary.opened(ctx, callback_data.mark)
    await reply.show(screens.mark(found.child, found.mark, callback_data.period, ctx, t, found.author))


@router.callback_query(LessonCb.filter())
async def lesson(_: CallbackQuery, callback_data: LessonCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await diary.lesson(ctx, callback_data.student, callback_data.lesson)
    await reply.show(screens.lesson(found, ctx, t))


@router.callback_query(SubjectPageCb.filter())
async def of_subject(
    _: CallbackQuery, callback_data: SubjectPageCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    student, number = callback_data.student, callback_data.subject
    if callback_data.look is SubjectLook.TOPICS:
        await reply.show(screens.topics(await diary.topics_of(ctx, student, number), number, t))
    else:
        await reply.show(screens.subject_tasks(await diary.tasks_of(ctx, student, number), t))


@router.callback_query(FilesCb.filter())
async def files(_: CallbackQuery, callback_data: FilesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    task = await diary.files(ctx, callback_data.student, callback_data.homework)
    await reply.send(screens.files(task, callback_data.student, ctx, t))


@router.callback_query(MaterialCb.filter())
async def material(_: CallbackQuery, callback_data: MaterialCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    lesson, found = await diary.material(ctx, callback_data.student, callback_data.material)
    await reply.send(screens.material(found, lesson, callback_data.student, t))


@router.callback_query(CalendarCb.filter())
async def calendar(_: CallbackQuery, callback_data: CalendarCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await calendar_file(await diary.agenda(ctx, callback_data.student), ctx, t))


@router.message(Command("calendar"))
async def calendar_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await diary.agenda(ctx, diary.at_hand(ctx.actor))
    await reply.send(await calendar_file(found, ctx, t))


@router.callback_query(DoneCb.filter())
async def tick(_: CallbackQuery, callback_data: DoneCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await diary.tick(ctx, asked.student, asked.homework, done=asked.done)
    await reply.show(await page(ctx, t, DiaryCb(student=asked.student, look=Look.TASKS, at=asked.day)))


@router.callback_query(ChildCb.filter())
async def another_child(_: CallbackQuery, callback_data: ChildCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await first_screen(await diary.look_at(ctx, callback_data.student), t))


@router.callback_query(EverybodyCb.filter())
async def everybody(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await pages.everybody(ctx, t))


@router.message(Command(*COMMANDS))
async def command(_: Message, command: CommandObject, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(await page(ctx, t, DiaryCb(student=0, look=COMMANDS[command.command], at=0)))
