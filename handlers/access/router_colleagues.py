"""Codes for members of staff: role, person, order, code."""

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.access import printing
from handlers.access.callbacks import (
    InviteCb,
    InviteClassCb,
    InvitePersonCb,
    InviteRoleCb,
    RevokeStaffCb,
    StaffCodeCb,
    StaffProtocolCb,
    WithoutOrderCb,
)
from handlers.access.screens import classes as class_screens
from handlers.access.screens import colleagues as screens
from handlers.access.screens import words
from handlers.filters import Awaiting
from handlers.reply import Reply
from handlers.screen import Screen
from journal.access import asking, ending, inviting, protocol, staff
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="access.colleagues")


@router.message(Command("invite"))
@router.callback_query(InviteCb.filter())
async def roles(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await inviting.begin(ctx)
    await reply.show(screens.roles(t))


@router.callback_query(InviteClassCb.filter())
async def units(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.units(await inviting.classes(ctx), t))


@router.callback_query(InviteRoleCb.filter())
async def ask_name(_: CallbackQuery, callback_data: InviteRoleCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit = await inviting.ask_name(ctx, callback_data.role, callback_data.unit)
    await reply.show(screens.ask_name(callback_data.role, unit, t))


@router.message(Awaiting(inviting.NAME), F.text)
async def name(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked, text = inviting.asked(awaited), " ".join((message.text or "").split())
    found = await staff.find_colleagues(ctx, text)
    new = await inviting.keep_name(ctx, asked, text)
    await reply.send(screens.found(asked.role, asked.unit_id, text, found, t, new=new))


@router.callback_query(InvitePersonCb.filter())
async def person(
    _: CallbackQuery,
    callback_data: InvitePersonCb,
    ctx: Ctx,
    t: Texts,
    reply: Reply,
    awaited: Awaited | None = None,
) -> None:
    chosen = callback_data
    step = await inviting.choose(ctx, chosen.role, chosen.unit, chosen.person, awaited)
    if step.colleague is not None:
        await reply.show(screens.colleague(step.colleague, t))
    else:
        await reply.show(screens.ask_order(step.name, chosen.role, step.unit, t))


@router.message(Awaiting(inviting.ORDER), F.text)
async def order(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply, bot: Bot) -> None:
    found = staff.read_order(message.text or "", ctx.today)
    await reply.send(await _appointed(ctx, awaited, found, bot, t))


@router.callback_query(WithoutOrderCb.filter())
async def without_order(
    _: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply, bot: Bot, awaited: Awaited | None = None
) -> None:
    await reply.show(await _appointed(ctx, awaited, None, bot, t))


async def _appointed(
    ctx: Ctx, awaited: Awaited | None, order: staff.Order | None, bot: Bot, t: Texts
) -> Screen:
    return await _code(ctx, await inviting.appoint(ctx, awaited, order), bot, t)


@router.callback_query(StaffCodeCb.filter())
async def code(
    _: CallbackQuery, callback_data: StaffCodeCb, ctx: Ctx, t: Texts, reply: Reply, bot: Bot
) -> None:
    await reply.show(await _code(ctx, callback_data.person, bot, t))


async def _code(ctx: Ctx, person_id: int, bot: Bot, t: Texts) -> Screen:
    issued = await staff.issue_staff_code(ctx, person_id)
    name = await printing.bot_name(bot)
    slip, signed = await printing.slips(ctx, [issued], name, t), ctx.regulation.access.staff_code_protocol
    return screens.code(issued, name, ctx.school, t, slip, signed=signed)


@router.callback_query(RevokeStaffCb.filter())
async def ask_reason(
    _: CallbackQuery, callback_data: RevokeStaffCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    one = await staff.colleague(ctx, callback_data.person)
    await asking.ask_staff_reason(ctx, callback_data.person)
    await reply.show(screens.ask_reason(one, t))


@router.message(Awaiting(asking.STAFF_REASON), F.text)
async def revoke(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    _, person_id = asking.whose(awaited)
    await ending.revoke_staff(ctx, person_id, message.text or "")
    await asking.answered(ctx)
    await reply.send(screens.disconnected(await staff.colleague(ctx, person_id), t))


@router.callback_query(StaffProtocolCb.filter())
async def staff_protocol(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    issues = await protocol.staff_protocol(ctx)
    title = words.colleagues(t)
    await reply.send(class_screens.protocol(title, await printing.protocol(ctx, title, issues, t), t))
