"""What is written comes in without hidden signs; what nobody can see is no answer to anything."""

from typing import Any

from aiogram.types import Message, Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware
from journal import written
from journal.errors import InvalidError


class Written(UpdateMiddleware):
    """Cleans texts, captions and names of files; refuses a text in which nothing can be read."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        message = update.message
        if message is None:
            return await handler(update, data)
        clean = _cleaned(message)
        if message.text is not None and not clean.text:
            # Whoever was asked is still asked.
            raise InvalidError("nothing_readable")
        return await handler(update.model_copy(update={"message": clean}), data)


def _cleaned(message: Message) -> Message:
    changed: dict[str, Any] = {}
    for name in ("text", "caption"):
        if (said := getattr(message, name)) is not None:
            changed[name] = written.cleaned(said)
    if message.document is not None and message.document.file_name is not None:
        named = written.file_name(message.document.file_name) or None
        changed["document"] = message.document.model_copy(update={"file_name": named})
    return message.model_copy(update=changed)
