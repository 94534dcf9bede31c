"""«Мои данные»: a family says what changed, the class teacher confirms it."""

import asyncio

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.access.callbacks import (
    ChangesCb,
    DecideChangeCb,
    DropChangeCb,
    EditProfileCb,
    EditValueCb,
    ExportCb,
    ProfileCb,
)
from handlers.access.dossier import files
from handlers.access.screens import profile as screens
from handlers.access.screens import rights
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal.access import dossier, profile
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="access.profile")


@router.message(Command("profile"))
async def first(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    children = ctx.actor.children
    if len(children) == 1:
        await reply.show(screens.family_data(await profile.family_data(ctx, children[0].student_id), t))
    else:
        await reply.show(rights.diaries(children, t))


@router.callback_query(ProfileCb.filter())
async def family_data(_: CallbackQuery, callback_data: ProfileCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.family_data(await profile.family_data(ctx, callback_data.student), t))


@router.message(Command("mydata"))
async def export_first(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    children = ctx.actor.children
    if len(children) == 1:
        await _export(ctx, children[0].student_id, t, reply)
    else:
        await reply.show(rights.diaries(children, t))


@router.callback_query(ExportCb.filter())
async def export(_: CallbackQuery, callback_data: ExportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await _export(ctx, callback_data.student, t, reply)


async def _export(ctx: Ctx, student_id: int, t: Texts, reply: Reply) -> None:
    found = await dossier.dossier(ctx, student_id)
    readable, machine = await asyncio.to_thread(files, found, ctx, t)
    for screen in screens.exported(found.child, readable, machine, t):
        await reply.send(screen)


@router.callback_query(EditProfileCb.filter())
async def choose_field(
    _: CallbackQuery, callback_data: EditProfileCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    found = await profile.family_data(ctx, callback_data.student)
    await reply.show(screens.choose_field(found, t, of_child=callback_data.of_child))


@router.callback_query(EditValueCb.filter())
async def ask_value(_: CallbackQuery, callback_data: EditValueCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await profile.ask_value(ctx, asked.student, asked.field, of_child=asked.of_child)
    await reply.show(screens.ask_value(found, asked.field, t, of_child=asked.of_child))


@router.message(Awaiting(profile.VALUE), F.text)
async def value(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.send(screens.asked(await profile.propose(ctx, awaited, message.text or ""), t))


@router.callback_query(DropChangeCb.filter())
async def take_back(_: CallbackQuery, callback_data: DropChangeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    student = await profile.take_back(ctx, callback_data.change)
    reply.toast(t("Taken back."))
    await reply.show(screens.family_data(await profile.family_data(ctx, student), t))


@router.callback_query(ChangesCb.filter())
async def waiting(_: CallbackQuery, callback_data: ChangesCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit, changes = await profile.waiting(ctx, callback_data.unit)
    await reply.show(screens.waiting(unit, changes, t))


@router.callback_query(DecideChangeCb.filter())
async def decide(_: CallbackQuery, callback_data: DecideChangeCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    confirmed = callback_data.confirmed
    child, change = await profile.decide(ctx, callback_data.change, confirmed=confirmed)
    await reply.show(screens.decided(child, change, t, confirmed=confirmed))
