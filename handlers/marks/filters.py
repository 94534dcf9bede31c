"""Filters of the marks area."""

from typing import Any

from aiogram.types import Message

from handlers.answers import answer_to
from handlers.filters import SHEET, Awaiting
from journal import plain_words
from journal.context import Ctx
from journal.marks import brush, typed
from journal.model.access import Awaited
from journal.words import Intent


class TypedOnSheet(Awaiting):
    """Passes what is typed on an open sheet of marks.

    A question or an order about something else is answered as ever: the sheet listens, but asks nothing.
    """

    def __init__(self) -> None:
        super().__init__(SHEET)

    async def __call__(
        self, message: Message, awaited: Awaited | None = None, ctx: Ctx | None = None, **_: Any
    ) -> bool:
        if ctx is None or not await super().__call__(message, awaited):
            return False
        return not await _aside(message.text or "", ctx)


async def _aside(text: str, ctx: Ctx) -> bool:
    """Whether the text is sure to be about something else than the marks of this sheet."""
    found = (await plain_words.understand(ctx, text)).readings
    if len(found) != 1 or answer_to(found[0].intent, ctx) is None:
        return False
    (reading,) = found
    if reading.intent is Intent.SET_HOMEWORK:
        return True
    named = reading.students or typed.says(text, brush.palette(ctx.regulation))
    return reading.intent.is_question and not named
