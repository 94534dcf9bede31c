"""Lessons of a teacher who is away: five ways out."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.deputy import covering_screens as screens
from handlers.deputy.callbacks import CoverCb, DecideCoverCb, UncoveredCb
from handlers.reply import Reply
from journal import covering, substitutions
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="deputy.covering")


@router.callback_query(UncoveredCb.filter())
async def uncovered(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.uncovered(await covering.uncovered(ctx), await substitutions.sheet(ctx), t))


@router.callback_query(CoverCb.filter())
async def cover(_: CallbackQuery, callback_data: CoverCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.cover(await covering.open_cover(ctx, callback_data.lesson), ctx, t))


@router.callback_query(DecideCoverCb.filter(F.outcome.in_(screens.ASKED) & ~F.sure))
async def ask(_: CallbackQuery, callback_data: DecideCoverCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await covering.open_cover(ctx, callback_data.lesson)
    await reply.show(screens.sure(found, callback_data.outcome, ctx, t))


@router.callback_query(DecideCoverCb.filter())
async def decide(_: CallbackQuery, callback_data: DecideCoverCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await covering.decide(ctx, asked.lesson, asked.outcome, asked.person)
    reply.toast(t("Decided: families and teachers will hear of it."))
    await reply.show(screens.uncovered(await covering.uncovered(ctx), await substitutions.sheet(ctx), t))
