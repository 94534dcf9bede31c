"""«Доступ и согласия»: one's own consents, phones and data, one diary at a time."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.access.callbacks import (
    ConsentCb,
    GiveConsentCb,
    OwnAccessCb,
    OwnChildCb,
    PhonesCb,
    UnlinkCb,
    WithdrawCb,
)
from handlers.access.screens import rights as screens
from handlers.reply import Reply
from handlers.screen import Screen
from journal.access import rights
from journal.access.consent import VERSION
from journal.context import Ctx
from journal.model.people import Child
from locales.texts import Texts

router = Router(name="access.rights")


@router.message(Command("consent"))
@router.callback_query(OwnAccessCb.filter())
async def diaries(_: Message | CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    children = await rights.all_access(ctx)
    if len(children) == 1:
        await reply.show(await _own(ctx, children[0].student_id, t))
    else:
        await reply.show(screens.diaries(children, t))


@router.callback_query(OwnChildCb.filter())
async def own(_: CallbackQuery, callback_data: OwnChildCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _own(ctx, callback_data.student, t))


def _others(ctx: Ctx, student_id: int) -> list[Child]:
    """The other children whose diaries the actor reads."""
    return [child for child in ctx.actor.children if child.student_id != student_id]


async def _own(ctx: Ctx, student_id: int, t: Texts) -> Screen:
    found = await rights.own_access(ctx, student_id)
    return screens.own(found, ctx.school, t, several=len(ctx.actor.diary_ids) > 1)


@router.callback_query(ConsentCb.filter())
async def consent(_: CallbackQuery, callback_data: ConsentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await rights.own_access(ctx, callback_data.student)
    await reply.show(screens.consent(found, callback_data.consent, ctx.school, t))


@router.callback_query(GiveConsentCb.filter())
async def give(_: CallbackQuery, callback_data: GiveConsentCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await rights.give(ctx, callback_data.student, callback_data.consent, VERSION)
    reply.toast(t("Thank you, it is noted."))
    await reply.show(await _own(ctx, callback_data.student, t))


@router.callback_query(WithdrawCb.filter(~F.confirmed))
async def confirm_withdrawal(
    _: CallbackQuery, callback_data: WithdrawCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await rights.own_access(ctx, callback_data.student)
    others = _others(ctx, callback_data.student)
    await reply.show(screens.confirm_withdrawal(found, callback_data.consent, others, t))


@router.callback_query(WithdrawCb.filter())
async def withdraw(_: CallbackQuery, callback_data: WithdrawCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await rights.own_access(ctx, callback_data.student)
    if await rights.withdraw(ctx, callback_data.student, callback_data.consent):
        reply.became_another()
        await reply.show(screens.withdrawn(found.child, _others(ctx, callback_data.student), t))
        return
    reply.toast(t("The consent is withdrawn."))
    await reply.show(await _own(ctx, callback_data.student, t))


@router.callback_query(PhonesCb.filter())
async def phones(_: CallbackQuery, callback_data: PhonesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await rights.own_access(ctx, callback_data.student)
    await reply.show(screens.phones(found, ctx.school, t))


@router.callback_query(UnlinkCb.filter(~F.confirmed))
async def confirm_unlinking(
    _: CallbackQuery, callback_data: UnlinkCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await rights.own_access(ctx, callback_data.student)
    await reply.show(screens.confirm_unlinking(found, ctx.regulation.access.service_refusal, t))


@router.callback_query(UnlinkCb.filter())
async def unlink(_: CallbackQuery, callback_data: UnlinkCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await rights.unlink(ctx, callback_data.student)
    reply.became_another()
    await reply.show(screens.unlinked(t))
