"""Which typed texts are something else than questions to the diary."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers import menu
from journal import words
from journal.context import Ctx
from journal.words import Talk
from locales.texts import Texts


class NamesButton(Filter):
    """Passes a text that repeats a button of the first screen; the handler gets its data as `named`."""

    async def __call__(self, message: Message, ctx: Ctx, t: Texts, **_: Any) -> bool | dict[str, Any]:
        data = menu.named(message.text or "", ctx, t)
        return {"named": data} if data is not None else False


class Says(Filter):
    """Passes what says just that."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    async def __call__(self, message: Message, ctx: Ctx, **_: Any) -> bool:
        heard = words.hear(message.text or "", ctx.today)
        return heard is not None and heard.talk is self.talk
