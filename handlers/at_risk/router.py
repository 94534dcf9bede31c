"""The list of those who need help, and the word to their families."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.at_risk import screens
from handlers.at_risk.callbacks import RiskCb, RiskSubjectsCb, TellCb
from handlers.reply import Reply
from handlers.screen import Screen
from journal import at_risk
from journal.context import Ctx
from locales.texts import Texts

router = Router(name="at_risk")


@router.callback_query(RiskCb.filter())
async def of_class(_: CallbackQuery, callback_data: RiskCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(await _list(ctx, callback_data.unit, callback_data.subject, t))


@router.callback_query(RiskSubjectsCb.filter())
async def subjects(_: CallbackQuery, callback_data: RiskSubjectsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.pages(await at_risk.pages(ctx, callback_data.unit), ctx, t))


@router.callback_query(TellCb.filter(F.sure.is_(False)))
async def asking(_: CallbackQuery, callback_data: TellCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await at_risk.of_class(ctx, callback_data.unit, callback_data.subject)
    await reply.show(screens.asking(found, callback_data, t))


@router.callback_query(TellCb.filter())
async def tell(_: CallbackQuery, callback_data: TellCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    told = await at_risk.tell(ctx, asked.unit, asked.subject, asked.student)
    reply.toast(screens.told(told, t))
    await reply.show(screens.concerns(told.found, ctx, t))


async def _list(ctx: Ctx, unit: int, subject: int, t: Texts) -> Screen:
    if not unit:
        return screens.classes(await at_risk.classes(ctx), ctx, t)
    if not subject and not screens.sees_whole(ctx, unit):
        found = await at_risk.pages(ctx, unit)
        if len(found.pages) != 1:
            return screens.pages(found, ctx, t)
        subject = found.pages[0].subject_id
    return screens.concerns(await at_risk.of_class(ctx, unit, subject), ctx, t)
