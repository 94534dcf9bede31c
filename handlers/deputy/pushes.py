"""Pushes of the deputy head's day: a teacher asks to open a lesson, plans are missing."""

from dataclasses import replace

from handlers.deputy import plan_pushes, requests_screens
from handlers.pushes import View
from handlers.screen import Screen
from handlers.settings.why import why
from journal.model.news import Kind
from journal.model.requests import EntryRequest


def asked(news: EntryRequest, view: View) -> Screen:
    """The request with both decisions below it; decided elsewhere, what became of it."""
    shown = requests_screens.one(news, view.school, view.t)
    return replace(shown, rows=(*shown.rows, (why(Kind.ENTRY_ASKED, view.t),)))


PUSHES = {
    Kind.ENTRY_ASKED: asked,
    Kind.PLANS_MISSING: plan_pushes.missing,
    Kind.PLANS_DUE: plan_pushes.due,
}
