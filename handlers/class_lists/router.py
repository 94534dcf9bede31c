"""Lists of classes: confirmed or corrected by class teachers, followed by the school."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.class_lists import office, screens
from handlers.class_lists.callbacks import (
    ClassListCb,
    ConfirmListCb,
    FlawCb,
    ListsCb,
    MendedCb,
    NudgeListsCb,
)
from handlers.filters import Awaiting
from handlers.reply import Reply
from journal import class_lists
from journal.class_lists import FLAW
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts

router = Router(name="class_lists")


@router.callback_query(ClassListCb.filter())
async def class_list(_: CallbackQuery, callback_data: ClassListCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await class_lists.class_list(ctx, callback_data.unit)
    await reply.show(screens.class_list(found, callback_data.page, ctx, t))


@router.callback_query(ConfirmListCb.filter())
async def confirm(_: CallbackQuery, callback_data: ConfirmListCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await class_lists.confirm(ctx, callback_data.unit)
    await reply.show(screens.class_list(found, 0, ctx, t, said=t("Thank you, the list is confirmed.")))


@router.callback_query(FlawCb.filter())
async def ask(_: CallbackQuery, callback_data: FlawCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    unit = await class_lists.ask(ctx, callback_data.unit)
    await reply.show(screens.question(unit, t))


@router.message(Awaiting(FLAW))
async def report(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await class_lists.report(ctx, awaited.number("unit"), message.text or "")
    said = t("Passed on to the office. When it is put right, I will tell you.")
    await reply.send(screens.class_list(found, 0, ctx, t, said=said))


@router.callback_query(ListsCb.filter())
async def lists(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(office.board(await class_lists.board(ctx), ctx, t))


@router.callback_query(NudgeListsCb.filter())
async def nudge(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found, count = await class_lists.nudge(ctx)
    said = (
        t.plural("{count} class teacher is asked.", "{count} class teachers are asked.", count)
        if count
        else t("They were asked today already.")
    )
    await reply.show(office.board(found, ctx, t, said=said))


@router.callback_query(MendedCb.filter())
async def mended(_: CallbackQuery, callback_data: MendedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await class_lists.settle(ctx, callback_data.flaw)
    said = t("Done: the class teacher hears of it.")
    await reply.show(office.board(found, ctx, t, said=said))
