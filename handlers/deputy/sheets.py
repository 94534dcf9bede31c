"""The sheet of substitutions of any day, and the month's tally: shown, printed, as a workbook."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.deputy import sheets_files as files
from handlers.deputy import sheets_screens as screens
from handlers.deputy.callbacks import CoverSheetCb, SheetAs
from handlers.reply import Reply
from journal import substitutions
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="deputy.sheets")


@router.callback_query(CoverSheetCb.filter((F.form == SheetAs.SHOWN) & ~F.month))
async def day(_: CallbackQuery, callback_data: CoverSheetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.day(await substitutions.sheet(ctx, callback_data.date), t))


@router.callback_query(CoverSheetCb.filter((F.form == SheetAs.SHOWN) & F.month))
async def month(_: CallbackQuery, callback_data: CoverSheetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.month(await substitutions.month(ctx, callback_data.date), ctx, t))


@router.callback_query(CoverSheetCb.filter(~F.month))
async def day_file(_: CallbackQuery, callback_data: CoverSheetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await substitutions.sheet(ctx, callback_data.date)
    await reply.send(await files.day(found, callback_data.form, ctx, t))


@router.callback_query(CoverSheetCb.filter(F.month))
async def month_file(_: CallbackQuery, callback_data: CoverSheetCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await substitutions.month(ctx, callback_data.date)
    await reply.send(await files.month(found, callback_data.form, ctx, t))
