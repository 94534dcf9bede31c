"""Which documents are files for the school."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from journal.context import Ctx
from journal.model.access import Awaited, Hat


class SchoolFile(Filter):
    """A document that staff send by themselves, not as an answer to a question of another area."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any) -> bool:
        return message.document is not None and awaited is None and ctx.actor.hat is Hat.STAFF
