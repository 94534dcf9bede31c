"""What the messenger says an update belongs to: a «reply» to a letter, the next picture of an album."""

from typing import Any

from aiogram.types import Update

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware
from journal import messages
from journal.messages.sending import ALBUM
from journal.messages.writing import ANSWER
from journal.model.access import Awaited


class Replies(UpdateMiddleware):
    """Makes a reply the awaited answer, whatever else was asked; and a new message none to an old album."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        message = update.message
        if message is not None and (to := message.reply_to_message) is not None:
            conversation = await messages.replied(data["ctx"], to.message_id)
            if conversation is not None:
                data["awaited"] = Awaited(ANSWER, {"conversation": conversation, "replied": True})
        awaited = data.get("awaited")
        if awaited is not None and awaited.kind == ALBUM:
            album = message.media_group_id if message is not None else None
            if album != awaited.payload.get("album"):
                data["awaited"] = None
        return await handler(update, data)
