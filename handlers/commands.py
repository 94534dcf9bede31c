"""The commands that Telegram's own menu button lists."""

from aiogram.types import BotCommand

from locales.texts import Texts


def commands(t: Texts) -> list[BotCommand]:
    """Every command worth listing, in that language."""
    listed = {
        "menu": t("First screen"),
        "today": t("The child's day"),
        "homework": t("What is to be done"),
        "marks": t("Marks by subject"),
        "now": t("For teachers: the lesson now"),
        "morning": t("For deputy heads: the school's day"),
        "notice": t("For class teachers: a notice"),
        "settings": t("What comes and how"),
        "help": t("What I can do"),
    }
    return [BotCommand(command=name, description=said) for name, said in listed.items()]
