"""The commands that Telegram's own menu button lists: in the chat's language, by what its person is."""

from functools import cache
from hashlib import sha256

from aiogram.types import BotCommand

from handlers import menu
from journal.context import Ctx
from locales.texts import Texts


def commands(ctx: Ctx, t: Texts) -> list[BotCommand]:
    """What opens the sections of the first screen, for whom they show; the way in for all others."""
    if ctx.actor.hat is None:
        return entrance(t)
    listed = {"menu": t("First screen")}
    listed |= {
        entry.command: _described(entry, t)
        for entry in menu.entries()
        if entry.command and entry.shows_to(ctx)
    }
    return _made({**listed, "help": t("What I can do")})


def entrance(t: Texts) -> list[BotCommand]:
    """For whom no code has let in yet."""
    return _made({"menu": t("First screen"), "code": t("Enter with a code"), "help": t("What I can do")})


def digest(listed: list[BotCommand], locale: str) -> str:
    """Tells one list from another, in a few signs."""
    return _digest(locale, tuple((one.command, one.description) for one in listed))


@cache
def _digest(locale: str, listed: tuple[tuple[str, str], ...]) -> str:
    return sha256(repr((locale, listed)).encode()).hexdigest()[:16]


def _described(entry: menu.MenuEntry, t: Texts) -> str:
    label = entry.label(t)
    return f"{label} — {entry.help(t)}" if entry.help is not None else label


def _made(listed: dict[str, str]) -> list[BotCommand]:
    return [BotCommand(command=name, description=said) for name, said in listed.items()]
