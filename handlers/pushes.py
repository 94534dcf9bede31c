"""Pushes as screens: each area's `pushes.py` says in `PUSHES` how its kinds of news look.

In a message that tells several, a kind is the one line that the area's `LINES` gives it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any

from handlers.areas import modules
from handlers.large import rest_first, simplified
from handlers.naming import child_name, initialled
from handlers.screen import Button, Row, Screen, bold, screen
from handlers.settings.callbacks import OpenPushCb
from handlers.settings.why import is_own, leads_to_reason, why
from journal.model.access import Privacy
from journal.model.news import Kind, News
from journal.model.people import Child
from journal.model.school import School
from journal.regulation import Regulation
from journal.regulation.values import MessengerContent
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

    @property
    def whole(self) -> bool:
        """Whether nothing is to be left out."""
        return self.recipient.privacy is Privacy.FULL

    def name(self, child: Child) -> str:
        """The child's name, as much of it as the reader wants on a locked phone."""
        return child_name(child, self.recipient.privacy)


# A message of the messenger takes a hundred buttons; a list needs a few.
MOST_ROWS = 12

PushScreen = Callable[[Any, View], Screen]
PushLine = Callable[[Any, View], str]


def render(parcel: Parcel, school: School, regulation: Regulation) -> Screen:
    """The parcel in its recipient's language, no more in it than the phone may show and the law allows."""
    t = Texts(parcel.recipient.locale, regulation.terms)
    if regulation.delivery.content_on(parcel.recipient.platform) is MessengerContent.MINIMAL:
        return screen(t("There is news from the school."))
    if parcel.recipient.privacy is Privacy.NOTHING:
        opening = Button(t("Open"), OpenPushCb(push=parcel.push_id).pack())
        return screen(t("A new message from the school."), rows=((opening,),))
    shown = _shown(parcel, school, regulation)
    if not parcel.recipient.large or parcel.student_id is None:
        return shown
    return simplified(shown, parcel.push_id, parcel.student_id, t)


def opened(parcel: Parcel, school: School, regulation: Regulation) -> Screen:
    """All of a message that hid itself, or of a large one that showed the first answers alone."""
    recipient = replace(parcel.recipient, privacy=Privacy.FULL)
    shown = _shown(replace(parcel, recipient=recipient), school, regulation)
    told_before = parcel.recipient.privacy is not Privacy.NOTHING and parcel.student_id is not None
    return rest_first(shown) if told_before and parcel.recipient.large else shown


def superseded(parcel: Parcel, school: School, regulation: Regulation) -> Screen:
    """What is left of a message that is too old to be deleted, once a newer one tells its news."""
    t = Texts(parcel.recipient.locale, regulation.terms)
    return screen(t("Out of date: the newer message is below."))


def _shown(parcel: Parcel, school: School, regulation: Regulation) -> Screen:
    """The news themselves: one screen, or a list by child."""
    large = parcel.recipient.large and parcel.student_id is not None
    t = Texts(parcel.recipient.locale, regulation.terms, large=large)
    view = View(t, school, regulation, parcel.recipient, parcel.push_id)
    news = parcel.news
    if parcel.recipient.privacy is Privacy.INITIALS:
        news = tuple(replace(one, facts=initialled(one.facts)) for one in news)
    return _one(news[0], view) if len(news) == 1 else _several(news, view)


def _one(news: News, view: View) -> Screen:
    made: PushScreen = _known("PUSHES")[news.kind]
    shown = made(news.facts, view)
    if is_own(news.kind) or any(leads_to_reason(button) for row in shown.rows for button in row):
        return shown
    return replace(shown, rows=(*shown.rows, (why(news.kind, view.t),)))


def _several(told: Sequence[News], view: View) -> Screen:
    parts: list[str] = []
    rows: list[Row] = []
    for _, of_child in groupby(sorted(told, key=_child_id), key=_child_id):
        group = list(of_child)
        child = getattr(group[0].facts, "child", None)
        if child is not None:
            parts.append(bold(view.name(child)))
        for news in group:
            parts.append(f"• {_line(news, view)}")
            rows += [row for row in _one(news, view).rows if row not in rows]
    return screen(*parts, rows=_shared(rows))


def _line(news: News, view: View) -> str:
    said: PushLine = _known("LINES")[news.kind]
    return said(news.facts, view)


def _child_id(news: News) -> int:
    child = getattr(news.facts, "child", None)
    return child.student_id if child is not None else 0


def _shared(rows: Sequence[Row]) -> Iterator[Row]:
    """The buttons of a list: each once, however many of its news carry it, as many as a message may hold."""
    seen: set[str | None] = set()
    for row in rows[:MOST_ROWS]:
        fresh = tuple(button for button in row if button.data not in seen)
        seen.update(button.data for button in fresh)
        if fresh:
            yield fresh


def make_ready() -> None:
    """Load what the first message would else have to wait for: screens of all areas, the usual catalogue."""
    for name in ("PUSHES", "LINES"):
        _known(name)
    Texts()


@cache
def _known(name: str) -> Mapping[Kind, Callable[[Any, View], Any]]:
    """What all areas say under that name, by kind."""
    known: dict[Kind, Callable[[Any, View], Any]] = {}
    for module in modules("pushes"):
        said = getattr(module, name, {})
        if repeated := known.keys() & said.keys():
            raise ValueError(f"{module.__name__} repeats {', '.join(sorted(repeated))}")
        known.update(said)
    return known
