"""Pages without a plan: the list, and one tap that reminds their teachers (R-079)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.deputy import missing_screens as screens
from handlers.deputy.callbacks import MissingPlansCb, RemindPlansCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.plans import missing
from locales.texts import Texts

router = Router(name="deputy.missing")


@router.callback_query(MissingPlansCb.filter())
async def show(_: CallbackQuery, callback_data: MissingPlansCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.missing(await missing.missing(ctx), callback_data.page, ctx, t))


@router.callback_query(RemindPlansCb.filter())
async def remind(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    now = await missing.remind(ctx)
    said = (
        t("Teachers reminded: {count}.", count=now) if now else t("They were reminded of it today already.")
    )
    reply.toast(said)
    await reply.show(screens.missing(await missing.missing(ctx), 0, ctx, t, said))
