"""Short answers to what was said, and the help that fits whoever asks."""

from collections.abc import Sequence

from handlers.home.screens import back, contact, stranger
from handlers.menu import MenuEntry
from handlers.screen import Screen, bold, screen
from journal.context import Ctx
from journal.model.school import School
from locales.texts import Texts


def help_(ctx: Ctx, entries: Sequence[MenuEntry], hints: Sequence[str], t: Texts) -> Screen:
    """What each button is for, of those that whoever asks has, and what can simply be typed."""
    if ctx.actor.hat is None:
        return stranger(ctx.school, t)
    told = [
        f"• {entry.label(t)}: {entry.help(t)}"
        for entry in entries
        if entry.help is not None and entry.shows_to(ctx)
    ]
    return screen(
        bold(t("What I can do")),
        *told,
        *hints,
        t("A button can also be typed by its name; “cancel” drops what I was waiting for."),
        contact(ctx.school, t),
        rows=((back(t),),),
    )


def cancelled(t: Texts) -> Screen:
    return screen(
        t("All right, I am not waiting for anything. What was sent is changed under its own message."),
        rows=((back(t),),),
    )


def thanks(t: Texts) -> Screen:
    return screen(t("You are welcome!"), rows=((back(t),),))


def anger(school: School, t: Texts) -> Screen:
    """Kind and short: what a programme cannot mend, people can."""
    return screen(
        t("I am sorry it turned out like this. I am a programme; people at school can help."),
        contact(school, t) or t("Please turn to the {term.unit_head.english} first."),
        rows=((back(t),),),
    )
