"""Screens of the home area."""

from collections.abc import Mapping, Sequence

from handlers.home.callbacks import EVERYTHING, HELP, HOME
from handlers.menu import MenuEntry
from handlers.screen import Button, Row, Screen, bold, grid, preceded, screen
from journal.context import Ctx
from journal.model.school import School
from locales.texts import Texts

# Buttons of the large and simple home screen.
FEW = 4


def home(
    ctx: Ctx,
    cards: Sequence[str],
    rows: Sequence[Row],
    entries: Sequence[MenuEntry],
    t: Texts,
    news: Mapping[str, int],
) -> Screen:
    """The first screen: what the reader wants to know now, then everything within reach."""
    actor = ctx.actor
    if actor.hat is None:
        return screen(*cards, rows=rows) if cards else stranger(ctx.school, t)
    shown = [entry for entry in entries if entry.shows_to(ctx)]
    head = list(cards) or [bold(ctx.school.short_name), t("What would you like to do?")]
    if actor.reads_large:
        return screen(*head, rows=grid(_few(shown, rows, t, news), 1))
    return screen(*head, rows=(*rows, *grid(_buttons(shown, t, news))))


def everything(
    ctx: Ctx, rows: Sequence[Row], entries: Sequence[MenuEntry], t: Texts, news: Mapping[str, int]
) -> Screen:
    """All that the large and simple home screen leaves out."""
    shown = [entry for entry in entries if entry.shows_to(ctx)]
    if ctx.actor.reads_large:
        found = [*_buttons(_rest_first(shown, rows), t, news), *(button for row in rows for button in row)]
        return screen(bold(t("All sections")), rows=(*grid(found, 1), (back(t),)))
    return screen(bold(t("All sections")), rows=(*rows, *grid(_buttons(shown, t, news)), (back(t),)))


def _buttons(entries: Sequence[MenuEntry], t: Texts, news: Mapping[str, int]) -> list[Button]:
    return [Button(_label(entry, news.get(entry.data, 0), t), entry.data) for entry in entries]


def _label(entry: MenuEntry, new: int, t: Texts) -> str:
    """`Сообщения · 2 новых`."""
    label = entry.label(t)
    return t.plural("{label} · {count} new", "{label} · {count} new", new, label=label) if new else label


def _few(
    entries: Sequence[MenuEntry], rows: Sequence[Row], t: Texts, news: Mapping[str, int]
) -> list[Button]:
    """At most `FEW` buttons: another child, what is asked most, and the way to everything."""
    return [*_others(rows), *_buttons(_asked(entries, rows), t, news), Button(t("All sections"), EVERYTHING)]


def _others(rows: Sequence[Row]) -> list[Button]:
    return [button for row in rows for button in row][:1]


def _asked(entries: Sequence[MenuEntry], rows: Sequence[Row]) -> list[MenuEntry]:
    """What is asked most, as much of it as there is room for."""
    ranked = sorted((entry for entry in entries if entry.simple), key=lambda entry: entry.simple)
    return ranked[: FEW - 1 - len(_others(rows))]


def _rest_first(entries: Sequence[MenuEntry], rows: Sequence[Row]) -> list[MenuEntry]:
    """What the large and simple home screen leaves out, the most wanted first, then what stands there."""
    at_home = _asked(entries, rows)
    left_out = [entry for entry in entries if entry not in at_home]
    return [*sorted(left_out, key=lambda entry: (not entry.simple, entry.simple)), *at_home]


def stranger(school: School, t: Texts) -> Screen:
    """Somebody whom no code has let in yet."""
    return screen(
        t("This is the diary of {school}.", school=school.short_name),
        t("We never ask for codes from text messages nor for the password of any account."),
        t("To enter, open the link on your slip or type its code. The class teacher gives out slips."),
        contact(school, t),
    )


def contact(school: School, t: Texts) -> str | None:
    """How to reach the people of the school, where its profile says so."""
    return (
        t("To reach the school: {contact}.", contact=school.support_contact)
        if school.support_contact
        else None
    )


def lost(ctx: Ctx, hints: Sequence[str], t: Texts, below: Screen | None = None) -> Screen:
    """When a text was not understood: what would be, and the way to all that can be done.

    Who may do nothing yet has their first screen `below` instead.
    """
    said = t("I did not understand that. Here is what can be done.")
    if ctx.actor.hat is None:
        return with_notice(said, below or stranger(ctx.school, t))
    return screen(said, *hints, rows=((Button(t("What I can do"), HELP), back(t)),))


def outdated(t: Texts) -> str:
    """When a button leads nowhere any more."""
    return t("This button is out of date. Here is the first screen.")


def with_notice(notice: str, below: Screen) -> Screen:
    """A screen with a sentence above it."""
    return preceded(below, notice, "")


def back(t: Texts) -> Button:
    """The way home that every screen has."""
    return Button(t("Home"), HOME)
