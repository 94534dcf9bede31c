"""The deputy head at the closing of a period: look, remind, open and close pages, set the last day."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.menu import reaches
from handlers.periods import board_screens as screens
from handlers.periods.asking import place_of
from handlers.periods.callbacks import (
    BoardCb,
    OrderCb,
    OrdersCb,
    RemindResultsCb,
    ViewAct,
    ViewResultsCb,
    fields,
)
from handlers.reply import Reply
from handlers.screen import Button, Screen, screen
from journal import periods
from journal.context import Ctx
from journal.errors import StaleError
from journal.model.access import Awaited
from journal.model.marks import ResultKind
from journal.policy import Permission
from locales.texts import Texts

router = Router(name="periods.board")


@router.message(Command("closing"))
async def board_command(_: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.board(await periods.board(ctx), 0, ctx, t))


@router.callback_query(BoardCb.filter())
async def board(_: CallbackQuery, callback_data: BoardCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    await reply.show(await _board(ctx, t, asked.kind, asked.period, asked.person, asked.page))


@router.callback_query(RemindResultsCb.filter())
async def remind(_: CallbackQuery, callback_data: RemindResultsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    done = await periods.remind(ctx, asked.kind, asked.period, asked.person or None)
    said = screens.reminded(done.now, t)
    reply.toast(said)
    await reply.show(await _board(ctx, t, asked.kind, asked.period, asked.person, said=said))


@router.callback_query(ViewResultsCb.filter())
async def view(_: CallbackQuery, callback_data: ViewResultsCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    place, managed = callback_data.place, reaches(ctx, Permission.OPEN_ENTRY)
    if callback_data.act is ViewAct.OPEN:
        asked = await periods.ask_reopen(ctx, place)
        see = Button(t("Back"), ViewResultsCb(**fields(asked.place)).pack())
        why = t("Why is the page opened? Write it in a few words: it is kept.")
        await reply.show(screen(why, rows=((see,),)))
    elif callback_data.act is ViewAct.CLOSE:
        closed = await periods.close(ctx, place)
        await reply.show(screens.view(closed, ctx, t, managed=managed, said=t("The page is closed.")))
    else:
        await reply.show(screens.view(await periods.view(ctx, place), ctx, t, managed=managed))


@router.message(Awaiting("result_reopen"), F.text)
async def reopen(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    found = await periods.reopen(ctx, place_of(awaited), message.text or "")
    said = t("Opened until the end of tomorrow.")
    await reply.show(screens.view(found, ctx, t, managed=True, said=said))


@router.callback_query(OrdersCb.filter())
async def orders(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(screens.orders(await periods.orders(ctx), t))


@router.callback_query(OrderCb.filter())
async def ask_order(_: CallbackQuery, callback_data: OrderCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    one = await periods.ask_order(ctx, callback_data.kind, callback_data.period)
    await reply.show(screens.ask_order(one, callback_data.kind, t))


@router.message(Awaiting("result_order"), F.text)
async def set_order(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    kind = str(awaited.payload.get("kind", ""))
    if kind not in set(ResultKind):
        raise StaleError()
    found = await periods.set_order(ctx, ResultKind(kind), awaited.number("period"), message.text or "")
    await reply.show(screens.orders(found, t, t("The order is written down.")))


async def _board(
    ctx: Ctx, t: Texts, kind: ResultKind, period: int, person: int, page: int = 0, said: str | None = None
) -> Screen:
    """The board, or one teacher of it."""
    found = await periods.board(ctx, kind, period)
    gap = found.of(person) if found else None
    if found is None or gap is None:
        return screens.board(found, page, ctx, t, said)
    return screens.teacher(found, gap, ctx, t, said)
