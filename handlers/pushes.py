"""Pushes as screens: each area's `pushes.py` says in `PUSHES` how its kinds of news look."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from handlers.areas import modules
from handlers.screen import Screen, lines
from journal.model.news import Kind, News
from journal.model.school import School
from journal.regulation import Regulation
from locales.texts import Texts
from notifications.courier import Parcel, Recipient


@dataclass(frozen=True, slots=True)
class View:
    """What the screen of a push needs beside the facts."""

    t: Texts
    school: School
    regulation: Regulation
    recipient: Recipient
    push_id: int


PushScreen = Callable[[Any, View], Screen]


def render(parcel: Parcel, school: School, regulation: Regulation) -> Screen:
    """The parcel in its recipient's language; several news are one message, their buttons in order."""
    t = Texts(parcel.recipient.locale, regulation.terms)
    view = View(t, school, regulation, parcel.recipient, parcel.push_id)
    screens = [_screen(news, view) for news in parcel.news]
    if len(screens) == 1:
        return screens[0]
    text = lines(*(part for shown in screens for part in (shown.text, "")))
    rows = tuple(row for shown in screens for row in shown.rows)
    return Screen(text.strip(), rows, attachments=tuple(item for one in screens for item in one.attachments))


def _screen(news: News, view: View) -> Screen:
    return _all()[news.kind](news.facts, view)


@cache
def _all() -> Mapping[Kind, PushScreen]:
    known: dict[Kind, PushScreen] = {}
    for module in modules("pushes"):
        if repeated := known.keys() & module.PUSHES.keys():
            raise ValueError(f"{module.__name__} repeats {', '.join(sorted(repeated))}")
        known.update(module.PUSHES)
    return known
