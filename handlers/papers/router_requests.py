"""What the office is asked to print: asking, the queue, the files, done."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.papers import letter_screens, printing, screens
from handlers.papers import requests_screens as lists
from handlers.papers.callbacks import AskWeekCb, RequestAct, RequestCb, RequestsCb, day_of
from handlers.reply import Reply
from handlers.screen import Screen
from journal.context import Ctx
from journal.model.papers import AskedPrint, Paper
from journal.papers import letter, requests, weekly
from locales.texts import Texts

router = Router(name="papers.requests")


@router.callback_query(AskWeekCb.filter())
async def ask_week(_: CallbackQuery, callback_data: AskWeekCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await requests.ask_week(ctx, callback_data.unit, day_of(callback_data.day))
    await reply.show(letter_screens.asked(found, t))


@router.callback_query(RequestsCb.filter(F.own))
async def own(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(lists.own(await requests.own(ctx), ctx, t))


@router.callback_query(RequestsCb.filter())
async def queue(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(lists.queue(await requests.waiting(ctx), ctx, t))


@router.callback_query(RequestCb.filter(F.act == RequestAct.FILE))
async def file(_: CallbackQuery, callback_data: RequestCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = await requests.opened(ctx, callback_data.request)
    await reply.send(await _file(ctx, asked, t))


@router.callback_query(RequestCb.filter(F.act == RequestAct.DONE))
async def done(_: CallbackQuery, callback_data: RequestCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await requests.settle(ctx, callback_data.request)
    reply.toast(t("Done. Whoever asked is told."))
    await reply.show(lists.queue(found, ctx, t))


@router.callback_query(RequestCb.filter(F.act == RequestAct.CANCEL))
async def cancel(_: CallbackQuery, callback_data: RequestCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await requests.cancel(ctx, callback_data.request)
    await reply.show(lists.own(found, ctx, t))


async def _file(ctx: Ctx, asked: AskedPrint, t: Texts) -> Screen:
    if asked.request.paper is Paper.WEEK:
        pages = await weekly.pages(ctx, asked.unit.id, requests.monday_in(asked))
        return screens.file(pages, await printing.week(ctx, pages, t), t)
    found = await letter.to_print(ctx, requests.letter_in(asked))
    return letter_screens.file(found, await printing.letter(ctx, found, t), t)
