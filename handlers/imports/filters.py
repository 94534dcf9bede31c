"""Which documents are files for the school, and which of them lesson plans."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from handlers.imports.menu import brought
from journal.context import Ctx
from journal.model.access import Awaited, Hat
from journal.policy import Permission


class SchoolFile(Filter):
    """A document that staff send by themselves, not as an answer to a question of another area."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any) -> bool:
        unasked = message.document is not None and awaited is None and ctx.actor.hat is Hat.STAFF
        return unasked and not is_plan(message, ctx)


class PlanInPassing(Filter):
    """A table from somebody who brings nothing but lesson plans: a plan of their own."""

    async def __call__(self, message: Message, ctx: Ctx, awaited: Awaited | None = None, **_: Any) -> bool:
        return awaited is None and ctx.actor.hat is Hat.STAFF and is_plan(message, ctx)


def is_plan(message: Message, ctx: Ctx) -> bool:
    """Whether a document can be nothing but a lesson plan, by its name and by who sends it."""
    name = (message.document.file_name or "").lower() if message.document else ""
    return name.endswith((".xlsx", ".csv")) and brought(ctx) == {Permission.LOAD_PLAN}
