"""The update at hand as all middlewares need it: who wrote where, and which button was pressed."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject, Update, User

from handlers.gallery import is_picture
from handlers.living import mark_of

if TYPE_CHECKING:
    from bot.house import House

Data = dict[str, Any]
Next = Callable[[TelegramObject, Data], Awaitable[Any]]


class UpdateMiddleware(BaseMiddleware):
    """Stands before whole updates. One dispatcher serves every bot, so the house comes with the update."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        if not isinstance(event, Update):
            raise TypeError("these middlewares stand before whole updates")
        return await self.pass_on(handler, event, data, data["house"])

    async def pass_on(self, handler: Next, update: Update, data: Data, house: "House") -> Any:
        """Do the middleware's part and call `handler`, or not."""
        raise NotImplementedError


def sender(update: Update) -> User | None:
    """The person behind the update."""
    part = update.callback_query or update.message or update.my_chat_member
    return part.from_user if part else None


def chat_id(update: Update) -> int | None:
    """The chat of the update; for a button on a message no longer known, the person's own."""
    if update.callback_query is not None:
        message = update.callback_query.message
        return message.chat.id if message else update.callback_query.from_user.id
    part = update.message or update.my_chat_member
    return part.chat.id if part else None


def pressed(update: Update) -> int | None:
    """The id of the message whose button was pressed."""
    query = update.callback_query
    return query.message.message_id if query and query.message else None


def shows_picture(update: Update) -> bool:
    """Whether the message whose button was pressed shows a picture of ours."""
    return update.callback_query is not None and is_picture(update.callback_query.message)


def living_mark(update: Update) -> str | None:
    """The mark of the living message whose button was pressed, if it is one."""
    shown = update.callback_query.message if update.callback_query is not None else None
    if not isinstance(shown, Message) or shown.reply_markup is None:
        return None
    return mark_of(button.callback_data for row in shown.reply_markup.inline_keyboard for button in row)


def is_protected(update: Update) -> bool:
    """Whether the message whose button was pressed can be neither forwarded nor saved."""
    shown = update.callback_query.message if update.callback_query is not None else None
    return isinstance(shown, Message) and bool(shown.has_protected_content)
