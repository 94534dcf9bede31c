"""Pushes about lists: please confirm, a mistake was found, it was put right."""

from handlers.class_lists.callbacks import LISTS, ClassListCb, ConfirmListCb, MendedCb
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, quote, screen
from handlers.settings.why import why
from journal.model.class_lists import FlawNews, ListNews
from journal.model.news import Kind


def due(news: ListNews, view: View) -> Screen:
    """By when the list is to be confirmed, with the way to it."""
    t, unit, day = view.t, news.unit, view.t.day(news.due_on)
    said = (
        t("{unit}: the class list is not confirmed, it was due by {day}.", unit=unit.name, day=day)
        if news.overdue
        else t("{unit}: please look through the class list and confirm it by {day}.", unit=unit.name, day=day)
    )
    return screen(
        said,
        rows=(
            (Button(t("Open the list"), ClassListCb(unit=unit.id).pack(), style=Style.MAIN),),
            (why(Kind.LIST_DUE, t),),
        ),
    )


def flawed(news: FlawNews, view: View) -> Screen:
    """What the class teacher found."""
    t = view.t
    return screen(
        bold(t("{unit}: a mistake in the class list", unit=news.unit.name)),
        quote(news.flaw.text) if view.whole else None,
        t("{teacher} tells of it.", teacher=news.flaw.author.short),
        rows=(
            (Button(t("Put right"), MendedCb(flaw=news.flaw.id).pack(), style=Style.GOOD),),
            (Button(t("Class lists"), LISTS), why(Kind.LIST_FLAWED, t)),
        ),
    )


def mended(news: FlawNews, view: View) -> Screen:
    """It is put right; the list is to be looked at once more."""
    t, unit = view.t, news.unit
    return screen(
        bold(t("{unit}: put right in the class list", unit=unit.name)),
        quote(news.flaw.text) if view.whole else None,
        rows=(
            (
                Button(t("Open the list"), ClassListCb(unit=unit.id).pack(), style=Style.MAIN),
                Button(t("Everything is right"), ConfirmListCb(unit=unit.id).pack(), style=Style.GOOD),
            ),
            (why(Kind.LIST_MENDED, t),),
        ),
    )


PUSHES = {Kind.LIST_DUE: due, Kind.LIST_FLAWED: flawed, Kind.LIST_MENDED: mended}
