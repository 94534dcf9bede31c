"""Asking the deputy head about period marks."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.periods.callbacks import AskResultCb, sheet_data
from handlers.reply import Reply
from handlers.screen import Button, Style, bold, screen
from journal import periods
from journal.context import Ctx
from journal.errors import StaleError
from journal.model.access import Awaited
from journal.model.marks import ResultKind
from journal.model.periods import Place
from locales.texts import Texts

router = Router(name="periods.asking")


@router.callback_query(AskResultCb.filter())
async def ask_why(_: CallbackQuery, callback_data: AskResultCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    place, student = callback_data.place, callback_data.student
    found = await periods.ask_why(ctx, place, student)
    row = found.of(student)
    back = Button(t("Back"), sheet_data(place, callback_data.page))
    asked = (
        t("Write in a few words why the mark is to be set on so few marks.")
        if row
        else t("Write in a few words what is to be opened and why.")
    )
    await reply.show(screen(bold(row.student.listed) if row else None, asked, rows=((back,),)))


@router.message(Awaiting("result_request"), F.text)
async def ask(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    place = place_of(awaited)
    await periods.ask(ctx, place, awaited.number("student"), message.text or "")
    back = Button(t("To the list"), sheet_data(place), style=Style.MAIN)
    await reply.show(screen(t("The request is recorded. Your draft is safe."), rows=((back,),)))


def place_of(awaited: Awaited) -> Place:
    """The place a question was asked about."""
    kind = str(awaited.payload.get("kind", ""))
    if kind not in set(ResultKind):
        raise StaleError()
    return Place(
        awaited.number("unit"), awaited.number("subject"), ResultKind(kind), awaited.number("period")
    )
