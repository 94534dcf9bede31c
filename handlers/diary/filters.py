"""Which typed texts are questions to the diary."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.diary.menu import FAMILY
from journal import words
from journal.context import Ctx
from journal.model.access import Awaited


class InPlainWords(Filter):
    """Passes a family's question in plain words as `question`; never an answer that is awaited elsewhere."""

    async def __call__(
        self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any
    ) -> bool | dict[str, Any]:
        text = message.text or ""
        if awaited is not None or text.startswith("/") or ctx.actor.hat not in FAMILY:
            return False
        question = words.understand(text, ctx.today)
        return {"question": question} if question is not None else False
