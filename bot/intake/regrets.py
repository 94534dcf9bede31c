"""What people read while nothing can be written down: that it will be done by itself; once to each."""

import asyncio
from collections.abc import Iterable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.intake.raw import chat_of
from locales.texts import Texts

# No database, no memory: nobody waits for long, and not for everybody.
PATIENCE = 5.0
MOST = 1_000
log = structlog.get_logger(__name__)


class Regrets:
    """Tells whoever writes or presses while the database is away; the updates stay with the messenger."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._told: set[str] = set()

    def over(self) -> None:
        """Everything can be written down again."""
        self._told.clear()

    async def tell(self, raws: Iterable[Any]) -> None:
        """Tell those who were not told yet; never raises."""
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(*(self._tell(raw) for raw in raws if isinstance(raw, dict)))
        except TimeoutError:
            log.warning("regrets_not_told")

    async def _tell(self, raw: dict[str, Any]) -> None:
        chat, press = chat_of(raw), raw.get("callback_query")
        if chat in self._told or len(self._told) >= MOST or "my_chat_member" in raw:
            return
        self._told.add(chat)
        t = Texts(_language(raw))
        words = t(
            "I cannot write anything down at the moment. I will do this by myself as soon as I can: "
            "no need to send it again."
        )
        try:
            if isinstance(press, dict):
                await self._bot.answer_callback_query(str(press.get("id")), text=words, show_alert=True)
            elif chat.isdecimal():
                # The number of a private chat; those of groups are negative.
                await self._bot.send_message(int(chat), words)
        except AiogramError as error:
            log.info("regret_not_told", error=type(error).__name__)


def _language(raw: dict[str, Any]) -> str:
    """The language of the person's own Telegram, as far as an unread update tells."""
    for part in raw.values():
        somebody = part.get("from") if isinstance(part, dict) else None
        if isinstance(somebody, dict):
            return str(somebody.get("language_code") or "")
    return ""
