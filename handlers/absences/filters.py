"""Which typed texts tell of an absence."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.menu import reaches
from journal import words
from journal.context import Ctx
from journal.model.access import Awaited, Hat
from journal.policy import Permission
from journal.words import Talk


class TellsAbsence(Filter):
    """Passes «Петя заболел» of a guardian as `heard`; never an answer that is awaited elsewhere."""

    async def __call__(
        self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any
    ) -> bool | dict[str, Any]:
        text = message.text or ""
        if awaited is not None or text.startswith("/") or ctx.actor.hat is not Hat.GUARDIAN:
            return False
        heard = words.hear(text, ctx.today)
        if heard is None or heard.talk is not Talk.ABSENCE:
            return False
        return {"heard": heard} if reaches(ctx, Permission.REPORT_ABSENCE) else False
