"""Which letters are shown before they go, and which files came without being asked for."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers import menu
from handlers.diary.menu import FAMILY
from handlers.files import words_of
from handlers.messages import words
from handlers.messages.instead import meant_instead
from journal.context import Ctx
from journal.messages.holding import HELD
from journal.messages.writing import LETTER
from journal.model.access import Awaited
from journal.policy import Permission
from locales.texts import Texts


class Unsure(Filter):
    """Passes what should not go at once, with `instead`: what the bot would have done with the text, or None.

    That is a letter nobody has tapped an addressee for, one that names another child, and a text the bot
    would surely have understood.
    """

    async def __call__(
        self, message: Message, ctx: Ctx, t: Texts, awaited: Awaited | None = None, **_: Any
    ) -> bool | dict[str, Any]:
        if awaited is None or awaited.payload.get("replied"):
            return False
        instead = await meant_instead(awaited, message.text or "", ctx, t)
        shown = awaited.kind == HELD or bool(awaited.payload.get("preview"))
        return {"instead": instead} if shown or instead or _names_other(message, awaited, ctx) else False


def _names_other(message: Message, awaited: Awaited, ctx: Ctx) -> bool:
    """Whether a letter about one child names another one alone."""
    if awaited.kind != LETTER:
        return False
    return words.other_named(words_of(message), awaited.number("student"), ctx.actor) is not None


class Unasked(Filter):
    """Passes the photo, file or voice message that a family sends without having been asked for one."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any) -> bool:
        if awaited is not None or ctx.actor.hat not in FAMILY:
            return False
        return bool(message.photo or message.document or message.voice) and menu.reaches(
            ctx, Permission.CORRESPOND
        )
