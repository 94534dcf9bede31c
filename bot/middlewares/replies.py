"""The messenger's own «reply» to a message that somebody of a thread wrote: what is typed is the answer."""

from typing import Any

from aiogram.types import Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware
from journal import messages
from journal.messages.writing import ANSWER
from journal.model.access import Awaited


class Replies(UpdateMiddleware):
    """Makes such an update the awaited answer, whatever else was asked meanwhile."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        message = update.message
        if message is not None and (to := message.reply_to_message) is not None:
            conversation = await messages.replied(data["ctx"], to.message_id)
            if conversation is not None:
                data["awaited"] = Awaited(ANSWER, {"conversation": conversation})
        return await handler(update, data)
