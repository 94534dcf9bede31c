"""The report of a class: on the screen, as a file, and to the families."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.papers import report_screens as screens
from handlers.papers import reporting
from handlers.papers.callbacks import ReportAct, ReportCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.papers import report, sending
from locales.texts import Texts

router = Router(name="papers.report")


@router.callback_query(ReportCb.filter(F.act == ReportAct.SHOW))
async def show(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await report.report(ctx, callback_data.unit, callback_data.period)
    await reply.show(screens.report(found, ctx, t))


@router.callback_query(ReportCb.filter(F.act == ReportAct.PDF))
async def printed(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await report.report(ctx, callback_data.unit, callback_data.period)
    await reply.send(screens.file(found, await reporting.pdf(ctx, found, t), "pdf", t))


@router.callback_query(ReportCb.filter(F.act == ReportAct.TABLE))
async def table(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await report.report(ctx, callback_data.unit, callback_data.period)
    await reply.send(screens.file(found, reporting.xlsx(found, t), "xlsx", t))


@router.callback_query(ReportCb.filter(F.act == ReportAct.PREVIEW))
async def preview(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await sending.preview(ctx, callback_data.unit, callback_data.period)
    await reply.show(screens.preview(found, callback_data.of, ctx, t))


@router.callback_query(ReportCb.filter(F.act == ReportAct.SEND))
async def send(_: CallbackQuery, callback_data: ReportCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    found = await sending.preview(ctx, asked.unit, asked.period)
    texts = {one.child.student_id: reporting.part(one, found.report, t) for one, _readers in found.reached}
    count = await sending.send(ctx, asked.unit, asked.period, asked.of, texts)
    await reply.show(screens.sent(found, count, t))
