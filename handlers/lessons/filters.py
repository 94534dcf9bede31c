"""Filters of the lessons area."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.menu import reaches
from journal.context import Ctx
from journal.model.access import Awaited, Hat
from journal.policy import Permission

# Files that are data to import, never homework.
DATA = (".xlsx", ".xml", ".csv", ".zip")


class HomeworkInPassing(Filter):
    """A photo, file, voice or forwarded text that a teacher sends unasked: homework, most likely."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any) -> bool:
        if awaited is not None or ctx.actor.hat is not Hat.STAFF:
            return False
        if not reaches(ctx, Permission.ENTER_LESSON):
            return False
        document = message.document
        if document is not None:
            return not (document.file_name or "").lower().endswith(DATA)
        forwarded = message.forward_origin is not None and bool(message.text)
        return bool(message.photo or message.voice or forwarded)
