"""Papers of a class: the week's printouts, whose they are, and the tick that they were handed over."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.papers import printing, router_letter, router_report, router_requests, screens
from handlers.papers.callbacks import HandedCb, PapersCb, PrintWeekCb, WeekCb, WithoutPhoneCb, day_of
from handlers.reply import Reply
from handlers.screen import Screen
from journal.access import refusing
from journal.context import Ctx
from journal.papers import requests, weekly
from locales.texts import Texts

router = Router(name="papers")
router.include_routers(router_letter.router, router_report.router, router_requests.router)


@router.message(Command("papers"))
async def papers_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _papers(ctx, 0, t))


@router.callback_query(PapersCb.filter())
async def papers(_: CallbackQuery, callback_data: PapersCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _papers(ctx, callback_data.unit, t))


@router.callback_query(WeekCb.filter())
async def week(_: CallbackQuery, callback_data: WeekCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await weekly.week(ctx, callback_data.unit, day_of(callback_data.day))
    await reply.show(screens.week(found, ctx, t))


@router.callback_query(PrintWeekCb.filter())
async def print_week(_: CallbackQuery, callback_data: PrintWeekCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await weekly.pages(ctx, asked.unit, day_of(asked.day), asked.student)
    await reply.send(screens.file(found, await printing.week(ctx, found, t), t))


@router.callback_query(HandedCb.filter(F.student == 0))
async def all_handed(_: CallbackQuery, callback_data: HandedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await weekly.hand_over_all(ctx, callback_data.unit, day_of(callback_data.day))
    await reply.show(screens.week(found, ctx, t))


@router.callback_query(HandedCb.filter())
async def handed(_: CallbackQuery, callback_data: HandedCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    day = day_of(asked.day)
    found = await weekly.hand_over(ctx, asked.unit, day, asked.student, handed=asked.handed)
    await reply.show(screens.week(found, ctx, t))


@router.callback_query(WithoutPhoneCb.filter(F.student == 0))
async def without_phone(
    _: CallbackQuery, callback_data: WithoutPhoneCb, ctx: Ctx, t: Texts, reply: Reply
) -> None:
    await reply.show(await _without_phone(ctx, callback_data.unit, t))


@router.callback_query(WithoutPhoneCb.filter())
async def turn(_: CallbackQuery, callback_data: WithoutPhoneCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await refusing.print_results(ctx, callback_data.student, wanted=callback_data.printed)
    await reply.show(await _without_phone(ctx, callback_data.unit, t))


async def _papers(ctx: Ctx, unit_id: int, t: Texts) -> Screen:
    if not unit_id:
        found = await weekly.classes(ctx)
        if len(found) != 1 or requests.prints(ctx):
            return screens.units(found, await requests.count(ctx), ctx, t)
        unit_id = found[0].id
    return screens.papers(await weekly.week(ctx, unit_id), ctx, t)


async def _without_phone(ctx: Ctx, unit_id: int, t: Texts) -> Screen:
    unit, found = await weekly.without_phone(ctx, unit_id)
    return screens.without_phone(unit, found, ctx, t)
