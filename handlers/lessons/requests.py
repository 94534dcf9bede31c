"""«Ask the deputy head»: the way on where the regulation refuses."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Awaiting
from handlers.home.callbacks import HOME
from handlers.lessons.callbacks import AskDeputyCb
from handlers.lessons.screens import record_name, to_lesson
from handlers.reply import Reply
from handlers.screen import Button, Style, screen
from journal.context import Ctx
from journal.entry import Record
from journal.lessons import requests
from journal.model.access import Awaited
from journal.model.lessons import Lesson
from journal.model.requests import EntryRequest, Request
from journal.model.school import School
from locales.texts import Texts
from locales.words import inside

router = Router(name="lessons.requests")


def ask_button(t: Texts, params: Mapping[str, Any]) -> Button:
    """The button under a refusal that names its lesson and record."""
    data = AskDeputyCb(lesson=params["lesson_id"], record=Record(params["record"]))
    return Button(t("Ask the deputy head"), data.pack(), style=Style.MAIN)


def about(item: EntryRequest, t: Texts) -> str:
    """`7Б, алгебра, 07.10, тема`: the lesson and the record of a request."""
    return t(
        "{unit}, {subject}, {day}, {record}",
        unit=item.lesson.unit_name,
        subject=inside(item.lesson.subject),
        day=t.short_day(item.lesson.date),
        record=record_name(item.record, t),
    )


def open_until(item: Request, school: School, t: Texts) -> str:
    """Until when it is open: `Открыто до конца 15.10.`"""
    if item.open_until is None:
        raise ValueError("only what was granted is open")
    last = school.day(item.open_until - timedelta(seconds=1))
    return t("Open until the end of {day}.", day=t.short_day(last))


@router.callback_query(AskDeputyCb.filter())
async def ask_reason(_: CallbackQuery, callback_data: AskDeputyCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    asked = callback_data
    lesson = await requests.ask_reason(ctx, asked.lesson, asked.record)
    back = _back(lesson, ctx, t)
    await reply.show(screen(t("Write in a few words what is to be opened and why."), rows=((back,),)))


@router.message(Awaiting("entry_request"), F.text)
async def ask(message: Message, awaited: Awaited, ctx: Ctx, t: Texts, reply: Reply) -> None:
    record = str(awaited.payload.get("record", ""))
    lesson = await requests.ask_deputy(ctx, awaited.number("lesson"), record, message.text or "")
    back = _back(lesson, ctx, t)
    said = t("The request is recorded. Your draft is safe. You will hear what is decided.")
    await reply.show(screen(said, rows=((back,),)))


def _back(lesson: Lesson, ctx: Ctx, t: Texts) -> Button:
    """To the lesson, for those whose card it is."""
    own = ctx.actor.person_id in lesson.keepers
    return to_lesson(lesson.id, t) if own else Button(t("Home"), HOME)
