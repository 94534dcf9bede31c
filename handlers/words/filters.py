"""Which typed texts are buttons by their names, and which are plain words."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers import menu
from handlers.answers import answer_to
from handlers.filters import SHEET
from journal import plain_words
from journal.context import Ctx
from journal.model.access import Awaited
from locales.texts import Texts


class NamesButton(Filter):
    """Passes a text that repeats a button of the first screen; the handler gets its data as `named`."""

    async def __call__(self, message: Message, ctx: Ctx, t: Texts, **_: Any) -> bool | dict[str, Any]:
        data = menu.named(message.text or "", ctx, t)
        return {"named": data} if data is not None else False


class InPlainWords(Filter):
    """Passes what is understood and can be answered, as `readings`: one, or the two likeliest.

    Talk is answered whatever is awaited; a question or a wish never takes the place of an awaited answer.
    """

    async def __call__(
        self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any
    ) -> bool | dict[str, Any]:
        if not message.text or message.text.startswith("/"):
            return False
        asked = awaited is not None and awaited.kind != SHEET
        found = (await plain_words.understand(ctx, message.text)).readings
        readings = [
            reading
            for reading in found
            if (reading.intent.is_talk or not asked) and answer_to(reading.intent, ctx) is not None
        ]
        return {"readings": readings} if readings else False
