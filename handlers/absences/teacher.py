"""The class teacher decides families' notes and reviews the week's absences."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.absences import amending, notes, review, search
from handlers.absences.buttons import INSTEAD
from handlers.absences.callbacks import AmendDayCb, AmendWeekCb, JudgeCb, NoteAct, NoteCb, ReviewCb
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal import absences
from journal.absences.deciding import QUESTION
from journal.context import Ctx
from journal.control.integrity import disputes
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="absences.teacher")


@router.callback_query(NoteCb.filter(F.act == NoteAct.ACCEPT))
@router.callback_query(NoteCb.filter(F.act.in_(INSTEAD)))
@router.callback_query(NoteCb.filter(F.act == NoteAct.DECLINE_SILENTLY))
async def decide(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    accept, instead = asked.act is not NoteAct.DECLINE_SILENTLY, INSTEAD.get(asked.act)
    found = await disputes.decide(ctx, asked.note, asked.revision, accept=accept, instead=instead)
    if not found.decision.done:
        reply.toast(t("This has changed meanwhile."))
    await reply.show(notes.agreed(found, t))


@router.callback_query(NoteCb.filter(F.act == NoteAct.DECLINE))
async def ask_why(query: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    message = query.message.message_id if query.message else None
    found = await absences.ask_why(ctx, callback_data.note, callback_data.revision, message)
    if found.done:
        await reply.show(notes.why_not(found, t))
    else:
        reply.toast(t("This has changed meanwhile."))
        await reply.show(notes.decided(found, t))


@router.callback_query(NoteCb.filter(F.act == NoteAct.SEEN))
async def seen(_: CallbackQuery, callback_data: NoteCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(search.ended(await absences.seen(ctx, callback_data.note), t))


@router.message(Awaiting(QUESTION), F.text)
async def decline(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    note, revision = awaited.number("note"), awaited.number("revision")
    found = await absences.decide(ctx, note, revision, accept=False, comment=(message.text or "").strip())
    shown = notes.decided(found, t)
    if awaited.message_id is None:
        await reply.show(shown)
    else:
        await reply.redraw(awaited.message_id, shown)
        await reply.send(notes.declined(found, t))


@router.callback_query(ReviewCb.filter())
async def week(_: CallbackQuery, callback_data: ReviewCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await absences.review(ctx, asked.unit, date.fromordinal(asked.day))
    await reply.show(review.week(found, asked.page, t, decided=asked.decided))


@router.callback_query(AmendWeekCb.filter())
async def amend(_: CallbackQuery, callback_data: AmendWeekCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await absences.review(ctx, asked.unit, date.fromordinal(asked.day))
    await reply.show(amending.week(found, asked.page, t))


@router.callback_query(AmendDayCb.filter())
async def amend_day(_: CallbackQuery, callback_data: AmendDayCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await absences.review(ctx, asked.unit, asked.date)
    await reply.show(amending.day(found, asked.student, asked.date, t))


@router.callback_query(JudgeCb.filter())
async def judge(_: CallbackQuery, callback_data: JudgeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await absences.set_reason(ctx, asked.student, asked.date, excused=asked.excused)
    found = await absences.review(ctx, asked.unit, asked.date)
    await reply.show(review.week(found, asked.page, t))
