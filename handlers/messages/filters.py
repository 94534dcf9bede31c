"""Which letters are shown before they go, and which files came without being asked for."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers import menu
from handlers.answers import answer_to
from handlers.diary.menu import FAMILY
from handlers.words.callbacks import to_reading
from journal import plain_words
from journal.context import Ctx
from journal.messages.holding import HELD
from journal.model.access import Awaited, Hat
from journal.policy import Permission
from journal.words.said import asks
from locales.texts import Texts

# A longer text is a letter, whatever it asks.
FEW = 8


class Unsure(Filter):
    """Passes what should not go at once, with `instead`: the button that answers it, where it is a question.

    That is a letter nobody has tapped an addressee for, and a text the bot would surely have answered.
    """

    async def __call__(
        self, message: Message, ctx: Ctx, t: Texts, awaited: Awaited | None = None, **_: Any
    ) -> bool | dict[str, Any]:
        if awaited is None or awaited.payload.get("replied"):
            return False
        # Whoever writes from a mark, a lesson or a homework asks its teacher.
        about = awaited.payload.get("context") is not None
        instead = await _instead(message.text or "", ctx, t, about=about)
        shown = awaited.kind == HELD or bool(awaited.payload.get("preview"))
        return {"instead": instead} if shown or instead is not None else False


class Unasked(Filter):
    """Passes the photo, file or voice message that a family sends without having been asked for one."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any) -> bool:
        if awaited is not None or ctx.actor.hat not in FAMILY:
            return False
        return bool(message.photo or message.document or message.voice) and menu.reaches(
            ctx, Permission.CORRESPOND
        )


async def _instead(text: str, ctx: Ctx, t: Texts, *, about: bool) -> str | None:
    """The button that answers a short text; a colleague's is a letter unless it is the name of a button."""
    named = menu.named(text, ctx, t)
    if named is not None or ctx.actor.hat is Hat.STAFF or not 0 < len(text.split()) <= FEW:
        return named
    if any(sign in text.strip()[:-1] for sign in ".?!\n"):
        return None
    sure = (await plain_words.understand(ctx, text)).sure
    # «Когда контрольная?» may be for the teacher or for the diary: whoever wrote it says so by a tap.
    if sure is None or not sure.intent.is_question:
        return None
    # «О поездке в музей» is no question; from a lesson, its teacher is asked.
    if sure.child is None and (about or not asks(text)):
        return None
    if answer_to(sure.intent, ctx) is None:
        return None
    return to_reading(sure)
