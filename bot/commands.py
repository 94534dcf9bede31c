"""Announces the commands that Telegram's own menu button lists."""

import structlog
from aiogram.exceptions import AiogramError

from bot.house import House
from handlers.commands import commands
from locales.catalogue import DEFAULT, LOCALES
from locales.texts import Texts

log = structlog.get_logger(__name__)


async def announce(house: House) -> None:
    """List the commands in every language; a messenger that is away now lists the old ones meanwhile."""
    try:
        for locale in LOCALES:
            code = None if locale == DEFAULT else locale
            await house.bot.set_my_commands(commands(Texts(locale)), language_code=code)
    except AiogramError as error:
        log.warning("commands_not_announced", error=type(error).__name__)
