"""Pushes of the audit: somebody changed the journal's memory behind its back."""

from handlers.audit import words
from handlers.home.screens import back
from handlers.pushes import View
from handlers.screen import Screen, bold, quote, screen
from handlers.settings.why import why
from journal.model.audit import MemoryNews
from journal.model.news import Kind


def broken(news: MemoryNews, view: View) -> Screen:
    """Which chains break where, and what to do."""
    t = view.t
    return screen(
        bold(t("The journal's memory was changed from outside.")),
        quote("\n".join(words.fault(fault, t) for fault in news.faults)),
        t("Keep a copy of the database as it is, and run on the machine: python -m bot audit verify"),
        rows=((why(Kind.MEMORY_BROKEN, t), back(t)),),
    )


PUSHES = {Kind.MEMORY_BROKEN: broken}
