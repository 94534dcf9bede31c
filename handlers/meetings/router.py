"""Parents' meetings: the class teacher's kit, and the answers of families."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.home.callbacks import Living, LivingCb
from handlers.meetings import family, printing, screens
from handlers.meetings.callbacks import (
    Act,
    ComingCb,
    InvitationCb,
    MeetingCb,
    MeetingsCb,
    NewMeetingCb,
    SendCb,
)
from handlers.reply import Reply
from journal import meetings
from journal.context import Ctx
from journal.meetings import DRAFT, Drafted
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="meetings")


@router.callback_query(MeetingsCb.filter())
async def calendar(_: CallbackQuery, callback_data: MeetingsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await meetings.calendar(ctx, callback_data.unit)
    only = screens.only(found) if not callback_data.listed else None
    if only is not None:
        await reply.show(screens.meeting(await meetings.meeting(ctx, only.id), t))
        return
    await reply.show(screens.calendar(found, t))


@router.callback_query(NewMeetingCb.filter())
async def ask(_: CallbackQuery, callback_data: NewMeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit = await meetings.ask(ctx, callback_data.unit, callback_data.event)
    await reply.show(screens.question(unit, callback_data.event, t))


@router.message(Awaiting(DRAFT), F.text)
async def draft(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await meetings.draft(ctx, awaited, message.text or "", t("Parents' meeting"))
    if isinstance(found, Drafted):
        await reply.send(screens.preview(found, t))
        return
    await reply.send(screens.meeting(found, t, notice=t("Changed: the families hear of it now.")))


@router.callback_query(SendCb.filter())
async def send(
    _: CallbackQuery, callback_data: SendCb, ctx: Ctx, t: Texts, reply: Reply, awaited: Awaited | None = None
) -> None:
    found = await meetings.send(ctx, awaited, callback_data.unit, callback_data.mark)
    await reply.show(screens.invited(found, t))


@router.callback_query(MeetingCb.filter(F.act == Act.SHOW))
async def show(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.meeting(await meetings.meeting(ctx, callback_data.event), t))


@router.callback_query(LivingCb.filter(F.of == Living.MEETING))
async def refresh(_: CallbackQuery, callback_data: LivingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.meeting(await meetings.meeting(ctx, callback_data.id), t, living=True))


@router.callback_query(MeetingCb.filter(F.act == Act.WHO))
async def who(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.who(await meetings.meeting(ctx, callback_data.event), t))


@router.callback_query(MeetingCb.filter(F.act == Act.PREVIEW))
async def preview(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.preview(await meetings.preview(ctx, callback_data.event), t))


@router.callback_query(MeetingCb.filter(F.act == Act.INVITE))
async def invite(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.invited(await meetings.invite(ctx, callback_data.event), t))


@router.callback_query(MeetingCb.filter(F.act == Act.NUDGE))
async def nudge(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found, done = await meetings.nudge(ctx, callback_data.event)
    said = (
        t("Those who have not answered will be reminded.") if done else t("They were reminded today already.")
    )
    await reply.show(screens.meeting(found, t, notice=said))


@router.callback_query(MeetingCb.filter(F.act == Act.SHEETS))
async def sheets(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await meetings.sheets(ctx, callback_data.event)
    await reply.send(screens.sheets(found, await printing.sheets(ctx, found, t), t))


@router.callback_query(MeetingCb.filter(F.act == Act.SIGN_IN))
async def sign_in(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await meetings.sign_in(ctx, callback_data.event)
    await reply.send(screens.sign_in(found, await printing.sign_in(ctx, found, t), t))


@router.callback_query(MeetingCb.filter(F.act == Act.CANCEL))
async def cancelling(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.cancelling(await meetings.meeting(ctx, callback_data.event), t))


@router.callback_query(MeetingCb.filter())
async def cancel(_: CallbackQuery, callback_data: MeetingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.meeting(await meetings.cancel(ctx, callback_data.event), t))


@router.callback_query(InvitationCb.filter())
async def invitation(_: CallbackQuery, callback_data: InvitationCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await meetings.invitation(ctx, callback_data.event, callback_data.student)
    await reply.show(family.invitation(found, ctx, t))


@router.callback_query(ComingCb.filter())
async def answer(_: CallbackQuery, callback_data: ComingCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await meetings.answer(ctx, asked.event, asked.student, coming=asked.coming)
    await reply.show(family.invitation(found, ctx, t))
