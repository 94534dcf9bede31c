"""A family says why, corrects it, prolongs it, announces ahead."""

from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.absences import ahead, screens
from handlers.absences.callbacks import (
    AheadCb,
    AlarmCb,
    AnnounceCb,
    AskCb,
    AtHourCb,
    NoteAct,
    NoteCb,
    ReasonCb,
    UntilCb,
)
from handlers.reply import Reply
from journal import absences
from journal.absences import Certificate
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="absences.family")

_CERTIFICATES = {NoteAct.HELD: Certificate.HELD, NoteAct.PROMISED: Certificate.PROMISED}


@router.callback_query(ReasonCb.filter())
async def say(_: CallbackQuery, callback_data: ReasonCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await absences.say(ctx, asked.student, asked.date, asked.said)
    await reply.show(screens.noted(found, ctx, t))


@router.callback_query(AskCb.filter())
async def ask(_: CallbackQuery, callback_data: AskCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await absences.on_day(ctx, callback_data.student, callback_data.date)
    await reply.show(screens.ask(found, ctx, t))


@router.callback_query(NoteCb.filter(F.act == NoteAct.CHANGE))
async def change(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.change(await absences.read(ctx, callback_data.note), ctx, t))


@router.callback_query(AlarmCb.filter())
async def alarm(_: CallbackQuery, callback_data: AlarmCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.alarm(await absences.today(ctx, callback_data.student), ctx, t))


@router.callback_query(NoteCb.filter(F.act == NoteAct.WITHDRAW))
async def withdraw(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.noted(await absences.withdraw(ctx, callback_data.note), ctx, t))


@router.callback_query(NoteCb.filter(F.act == NoteAct.FOUND))
async def found(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.noted(await absences.found(ctx, callback_data.note), ctx, t))


@router.callback_query(NoteCb.filter(F.act == NoteAct.MORE_DAYS))
async def more_days(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    standing = await absences.read(ctx, callback_data.note)
    coming = await absences.outlook(ctx, standing.child.student_id)
    await reply.show(screens.until(standing, coming, ctx, t))


@router.callback_query(UntilCb.filter())
async def until(_: CallbackQuery, callback_data: UntilCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    prolonged = await absences.prolong(ctx, asked.note, asked.revision, asked.date)
    await reply.show(screens.noted(prolonged, ctx, t))


@router.callback_query(NoteCb.filter(F.act.in_(_CERTIFICATES)))
async def certify(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    standing = await absences.certify(ctx, callback_data.note, _CERTIFICATES[callback_data.act])
    await reply.show(screens.noted(standing, ctx, t))


@router.message(Command("absent"))
async def ahead_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await _announcing(AheadCb(), ctx, t, reply)


@router.callback_query(AheadCb.filter())
async def announcing(_: CallbackQuery, callback_data: AheadCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await _announcing(callback_data, ctx, t, reply)


@router.callback_query(AtHourCb.filter())
async def at_hour(_: CallbackQuery, callback_data: AtHourCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await absences.outlook(ctx, asked.student)
    await reply.show(ahead.at_hour(found, asked.ahead, asked.hour, t, comes=asked.comes))


@router.callback_query(AnnounceCb.filter())
async def announce(_: CallbackQuery, callback_data: AnnounceCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    days = (date.fromordinal(asked.day), date.fromordinal(asked.until))
    made = await absences.announce(ctx, asked.student, *days, asked.said, asked.slot)
    await reply.show(screens.noted(made, ctx, t))


async def _announcing(asked: AheadCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    children = await absences.mine(ctx)
    if not asked.student and len(children) != 1:
        await reply.show(ahead.children(children, asked, t))
        return
    student = asked.student or children[0].student_id
    await reply.show(ahead.announcing(await absences.outlook(ctx, student), asked, t))
