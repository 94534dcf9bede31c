"""The rate guard: who is too fast hears so, and a button is never left spinning."""

import contextlib
from typing import Any

from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update, User

from bot import metrics
from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware, sender
from locales.texts import Texts


class Rates(UpdateMiddleware):
    """Lets through what the account's bucket allows."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        person = sender(update)
        # A further try of a failed update was counted the first time.
        if person is None or data["attempt"].number > 1 or house.buckets.take(person.id):
            return await handler(update, data)
        metrics.rate_limited.inc()
        with contextlib.suppress(TelegramAPIError):
            await _slow_down(update, person, house)
        return None


async def _slow_down(update: Update, person: User, house: House) -> None:
    t = Texts(person.language_code or "")
    words = t("Too fast for me. Please wait a few seconds and try again.")
    if update.callback_query is not None:
        await house.bot.answer_callback_query(update.callback_query.id, text=words)
    elif update.message is not None and house.buckets.tell(person.id):
        await house.bot.send_message(update.message.chat.id, words)
