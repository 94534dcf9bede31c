"""The commands that Telegram's own menu button lists."""

import structlog
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from bot.house import House
from locales.catalogue import DEFAULT, LOCALES
from locales.texts import Texts

log = structlog.get_logger(__name__)


async def announce(house: House) -> None:
    """List the commands in every language; a messenger that is away now lists the old ones meanwhile."""
    try:
        for locale in LOCALES:
            code = None if locale == DEFAULT else locale
            await house.bot.set_my_commands(_commands(Texts(locale)), language_code=code)
    except AiogramError as error:
        log.warning("commands_not_announced", error=type(error).__name__)


def _commands(t: Texts) -> list[BotCommand]:
    listed = {
        "menu": t("First screen"),
        "today": t("The child's day"),
        "homework": t("What is to be done"),
        "marks": t("Marks by subject"),
        "now": t("For teachers: the lesson now"),
        "morning": t("For deputy heads: the school's day"),
        "notice": t("For class teachers: a notice"),
        "help": t("What I can do"),
    }
    return [BotCommand(command=name, description=said) for name, said in listed.items()]
