"""The duplicate guard: a button pressed twice at once is one press.

The inbox refuses a known `update_id`, and a message or a press re-sent under a new one. What is left is the
same button pressed again before its effect can be seen.
"""

import contextlib
from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware, pressed


class Repeats(UpdateMiddleware):
    """Ends a repeated press quietly, without leaving the button spinning."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        query = update.callback_query
        if query is None:
            return await handler(update, data)
        press = (query.from_user.id, pressed(update), query.data, update.update_id)
        if house.presses.repeats(*press):
            with contextlib.suppress(TelegramAPIError):
                await house.bot.answer_callback_query(query.id)
            return None
        result = await handler(update, data)
        house.presses.remember(*press)
        return result
