"""The teacher's way to a lesson: now, its card, the day."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.lessons import away, homework, materials, page, requests, screens, substitution
from handlers.lessons.callbacks import CardCb, DayCb, NowCb, TodayCb
from handlers.reply import Reply
from journal.context import Ctx
from journal.lessons import cards
from locales.texts import Texts

router = Router(name="lessons")
router.include_routers(
    page.router, homework.router, materials.router, away.router, requests.router, substitution.router
)


@router.message(Command("now"))
async def now_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.now(await cards.now(ctx), ctx, t))


@router.callback_query(NowCb.filter())
async def now(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.now(await cards.now(ctx), ctx, t))


@router.callback_query(CardCb.filter())
async def card(_: CallbackQuery, callback_data: CardCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.card(await cards.card(ctx, callback_data.lesson), ctx, t))


@router.callback_query(TodayCb.filter())
async def today(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.day(await cards.day(ctx), ctx, t))


@router.callback_query(DayCb.filter())
async def day(_: CallbackQuery, callback_data: DayCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.day(await cards.day(ctx, callback_data.date), ctx, t))
