"""Announces the commands that Telegram's own menu button lists."""

import structlog
from aiogram.exceptions import AiogramError

from bot.house import House
from handlers.commands import entrance
from locales.catalogue import DEFAULT, LOCALES
from locales.texts import Texts

log = structlog.get_logger(__name__)


async def announce(house: House) -> None:
    """List in every language how to enter; a messenger that is away now lists the old ones meanwhile.

    Whoever has entered has a list of their own: see `bot.middlewares.listing`.
    """
    try:
        for locale in LOCALES:
            code = None if locale == DEFAULT else locale
            await house.bot.set_my_commands(entrance(Texts(locale)), language_code=code)
    except AiogramError as error:
        log.warning("commands_not_announced", error=type(error).__name__)
