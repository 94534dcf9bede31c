"""Private chats only: a diary is nobody else's business, so the bot leaves every group and channel."""

import contextlib
from typing import Any

import structlog
from aiogram.exceptions import AiogramError
from aiogram.types import Chat, Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware

log = structlog.get_logger(__name__)


class Private(UpdateMiddleware):
    """Ends what comes from anywhere but a private chat."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        chat = _chat(update)
        if chat is None or chat.type == "private":
            return await handler(update, data)
        log.info("group_left", chat_kind=chat.type)
        with contextlib.suppress(AiogramError):
            await house.bot.leave_chat(chat.id)
        return None


def _chat(update: Update) -> Chat | None:
    query = update.callback_query
    part = query.message if query else update.message or update.my_chat_member
    return part.chat if part else None
