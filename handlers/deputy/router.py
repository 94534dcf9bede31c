"""The deputy head's morning: look, remind, decide."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.deputy import attendance as school_attendance
from handlers.deputy import covering, missing, places, programme, requests_screens, screens, sheets
from handlers.deputy.callbacks import (
    AttendanceCb,
    ClassAbsentCb,
    DecideRequestCb,
    DeclineRequestCb,
    MorningCb,
    NudgeCb,
    RequestsCb,
    TeacherGapsCb,
)
from handlers.filters import Awaiting
from handlers.reply import Reply
from handlers.screen import Screen
from journal import control
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="deputy")
router.include_routers(places.router, covering.router, sheets.router, programme.router, missing.router)


@router.message(Command("morning"))
async def morning_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.morning(await control.morning(ctx), 0, ctx.school, t))


@router.callback_query(MorningCb.filter())
async def morning(_: CallbackQuery, callback_data: MorningCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.morning(ctx, callback_data.date)
    await reply.show(screens.morning(found, callback_data.page, ctx.school, t))


@router.callback_query(NudgeCb.filter())
async def nudge(_: CallbackQuery, callback_data: NudgeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    day = callback_data.date
    reminded = await control.nudge(ctx, day, callback_data.person or None)
    said = (
        t("Teachers reminded: {count}.", count=reminded.now)
        if reminded.now
        else t("They were reminded less than an hour ago.")
    )
    reply.toast(said)
    found = await control.morning(ctx, day)
    gap = found.of_teacher(callback_data.person)
    await reply.show(
        screens.teacher(found, gap, ctx.school, t, said)
        if gap
        else screens.morning(found, 0, ctx.school, t, said)
    )


@router.callback_query(TeacherGapsCb.filter())
async def teacher(_: CallbackQuery, callback_data: TeacherGapsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.morning(ctx, callback_data.date)
    gap = found.of_teacher(callback_data.person)
    await reply.show(
        screens.teacher(found, gap, ctx.school, t) if gap else screens.morning(found, 0, ctx.school, t)
    )


@router.callback_query(AttendanceCb.filter())
async def attendance(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(school_attendance.school(await control.attendance(ctx), t))


@router.callback_query(ClassAbsentCb.filter())
async def class_absent(
    _: CallbackQuery, callback_data: ClassAbsentCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await control.class_presence(ctx, callback_data.unit)
    await reply.show(school_attendance.one_class(found, t))


@router.callback_query(RequestsCb.filter())
async def requests(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _requests(ctx, t))


@router.callback_query(DecideRequestCb.filter())
async def decide(_: CallbackQuery, callback_data: DecideRequestCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await control.decide(ctx, callback_data.request, allow=callback_data.allow)
    said = requests_screens.outcome(found, ctx.school, t)
    reply.toast(said)
    await reply.show(await _requests(ctx, t, said))


@router.callback_query(DeclineRequestCb.filter())
async def why_not(
    _: CallbackQuery, callback_data: DeclineRequestCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await control.ask_word(ctx, callback_data.request)
    await reply.show(requests_screens.why_not(found, ctx.school, t))


@router.message(Awaiting("entry_decline"), F.text)
async def decline(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    word = message.text or ""
    found = await control.decide(ctx, awaited.number("request"), allow=False, word=word)
    await reply.show(await _requests(ctx, t, requests_screens.outcome(found, ctx.school, t)))


async def _requests(ctx: Ctx, t: Texts, said: str | None = None) -> Screen:
    return requests_screens.requests(await control.waiting(ctx), t, said)
