"""The class teacher says dated statuses: whom, what, for which days."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.absences import statuses_screens as screens
from handlers.absences.callbacks import (
    ChooseCb,
    DaysCb,
    EndCb,
    NoteStatusCb,
    SayCb,
    StatusCb,
    StatusesCb,
    StudentCb,
)
from handlers.days import chosen
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal.absences import statuses
from journal.context import Ctx
from journal.model.access import Awaited
from journal.model.span import Span
from journal.model.statuses import StatusKind
from locales.texts import Texts

router = Router(name="absences.statuses")


@router.callback_query(StatusesCb.filter())
async def all_of_class(_: CallbackQuery, callback_data: StatusesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.statuses(await statuses.statuses(ctx, callback_data.unit), t))


@router.callback_query(ChooseCb.filter())
async def choose(_: CallbackQuery, callback_data: ChooseCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit, students = await statuses.students(ctx, callback_data.unit)
    await reply.show(screens.students(unit, students, t))


@router.callback_query(StudentCb.filter())
async def student(_: CallbackQuery, callback_data: StudentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    if asked.kind is not None and asked.kind is not StatusKind.LET_GO:
        await statuses.ask_days(ctx, asked.student, asked.kind)
    found = await statuses.choice(ctx, asked.student)
    await reply.show(
        screens.kinds(found, t) if asked.kind is None else screens.days(found, asked.kind, ctx, t)
    )


@router.callback_query(SayCb.filter())
async def say(_: CallbackQuery, callback_data: SayCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    span = Span(ctx.today, chosen(asked.until) or ctx.today)
    found = await statuses.say(ctx, asked.student, asked.kind, span, asked.slot)
    await reply.show(screens.status(found, t, notice=screens.told(found.status, t)))


@router.callback_query(DaysCb.filter())
async def ask_days(_: CallbackQuery, callback_data: DaysCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    child = await statuses.ask_days(ctx, callback_data.student, callback_data.kind)
    await reply.show(screens.which_days(child, callback_data.kind, t))


@router.message(Awaiting(statuses.QUESTION_DAYS), F.text)
async def typed_days(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    kind = StatusKind(str(awaited.payload["kind"]))
    found = await statuses.say_typed(ctx, awaited.number("student"), kind, message.text or "")
    await reply.send(screens.status(found, t, notice=screens.told(found.status, t)))


@router.callback_query(StatusCb.filter())
async def status(_: CallbackQuery, callback_data: StatusCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.status(await statuses.status(ctx, callback_data.status), t))


@router.callback_query(NoteStatusCb.filter())
async def ask_note(_: CallbackQuery, callback_data: NoteStatusCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.which_order(await statuses.ask_note(ctx, callback_data.status), t))


@router.message(Awaiting(statuses.QUESTION_NOTE), F.text)
async def typed_note(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await statuses.note(ctx, awaited.number("status"), message.text or "")
    await reply.send(screens.status(found, t))


@router.callback_query(EndCb.filter())
async def end(_: CallbackQuery, callback_data: EndCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    ended = await statuses.end(ctx, callback_data.status)
    reply.toast(t("Ended: registers are no longer filled in ahead."))
    await reply.show(screens.statuses(await statuses.statuses(ctx, ended.child.unit_id or 0), t))
