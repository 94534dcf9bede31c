"""Pushes to whoever keeps the bot running: an outage, its end, what did not arrive."""

from handlers.delivery import outages, words
from handlers.delivery.callbacks import LETTERS, STATE
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.delivery.letters import undelivered
from journal.model.news import Kind
from journal.model.trouble import LettersNews, OutageNews, StarsNews


def outage(news: OutageNews, view: View) -> Screen:
    """What does not go on, or that it does again and what became of the messages."""
    t = view.t
    return screen(
        bold(outages.said(news.outage, view.school, t)),
        outages.messages(news, t),
        rows=((Button(t("How the bot is doing"), STATE),), (why(Kind.OUTAGE, t),)),
    )


def letters(news: LettersNews, view: View) -> Screen:
    """How many did not arrive, by what befell them."""
    t, found = view.t, dict(news.setbacks)
    return screen(
        bold(t("Did not arrive: {count}", count=undelivered(found))),
        *(f"• {words.short(setback, t)}: {count}" for setback, count in found.items() if count),
        rows=((Button(t("Look"), LETTERS, style=Style.MAIN),), (why(Kind.LETTERS_LOST, t),)),
    )


def stars(news: StarsNews, view: View) -> Screen:
    """That nothing is lost, and what to do."""
    t = view.t
    return screen(
        bold(t("The bot's stars are used up.")),
        t("Paid messages go for nothing now, only more slowly; none is lost. BotFather tops up the balance."),
        rows=((Button(t("How the bot is doing"), STATE),), (why(Kind.STARS_LACKING, t),)),
    )


PUSHES = {Kind.STARS_LACKING: stars, Kind.OUTAGE: outage, Kind.LETTERS_LOST: letters}
