"""Teachers' requests on the deputy head's phone: the list, one request in a push, the word of a refusal."""

from collections.abc import Sequence

from handlers.deputy.callbacks import DecideRequestCb, DeclineRequestCb, MorningCb, RequestsCb
from handlers.home.screens import back
from handlers.lessons.requests import about as about_lesson
from handlers.lessons.requests import open_until
from handlers.periods.requests import about as about_results
from handlers.screen import Button, Row, Screen, Style, bold, italic, quote, screen
from journal.model.control import RequestStatus
from journal.model.periods import AskFor
from journal.model.requests import EntryRequest, Request
from journal.model.school import School
from locales.texts import Texts

REQUESTS = 5


def requests(found: Sequence[Request], t: Texts, said: str | None = None) -> Screen:
    """Requests about lessons and marks of periods, the oldest first; `said`: what a tap just did."""
    shown = found[:REQUESTS]
    more = len(found) - len(shown)
    lines = [line for number, item in enumerate(shown, 1) for line in _request(number, item, t)]
    return screen(
        italic(said) if said else None,
        bold(t("Requests: {count}", count=len(found))) if found else t("No requests wait."),
        *lines,
        t("and more: {count}", count=more) if more > 0 else None,
        rows=(
            *(_decide(item, t, f"{number}. ") for number, item in enumerate(shown, 1)),
            (Button(t("The {term.institution.english}'s day"), MorningCb().pack()), back(t)),
        ),
    )


def one(item: Request, school: School, t: Texts) -> Screen:
    """One request with the buttons to decide it, or with what became of it."""
    waits = item.status is RequestStatus.WAITING
    return screen(
        _asks(item, t),
        quote(item.reason),
        None if waits else outcome(item, school, t),
        quote(item.answer) if item.answer else None,
        rows=(_decide(item, t) if waits else (), (_all(t),)),
    )


def why_not(item: Request, school: School, t: Texts) -> Screen:
    """Asks for the word with which a request is declined."""
    if item.status is not RequestStatus.WAITING:
        return one(item, school, t)
    silently = DecideRequestCb(request=item.id, allow=False).pack()
    return screen(
        _asks(item, t),
        quote(item.reason),
        t("Write in a word why not; the teacher will read it."),
        rows=((Button(t("Decline without a word"), silently),), (_open(item, t), _all(t))),
    )


def outcome(item: Request, school: School, t: Texts) -> str:
    """What became of a request."""
    if item.status is RequestStatus.GRANTED:
        return open_until(item, school, t) if item.open_until else t("Allowed: the teacher may set the mark.")
    if item.status is RequestStatus.DECLINED:
        return t("Declined.")
    return t("The request went unanswered for a week and is over.")


def _asks(item: Request, t: Texts) -> str:
    if _allows(item):
        return t("{teacher} asks to allow a mark: {page}.", teacher=item.teacher.short, page=_about(item, t))
    return t("{teacher} asks to open: {lesson}.", teacher=item.teacher.short, lesson=_about(item, t))


def _allows(item: Request) -> bool:
    """Whether nothing is to be opened, only a mark on few marks allowed."""
    return not isinstance(item, EntryRequest) and item.kind is AskFor.MARKS


def _about(item: Request, t: Texts) -> str:
    return about_lesson(item, t) if isinstance(item, EntryRequest) else about_results(item, t)


def _request(number: int, item: Request, t: Texts) -> list[str]:
    return [f"{number}. {item.teacher.short}: {_about(item, t)}", quote(item.reason)]


def _decide(item: Request, t: Texts, sign: str = "") -> Row:
    decline = DeclineRequestCb(request=item.id).pack()
    label = t("Decline")
    return (_open(item, t, sign), Button(f"{sign}{label}", decline, style=Style.BAD))


def _open(item: Request, t: Texts, sign: str = "") -> Button:
    data = DecideRequestCb(request=item.id, allow=True).pack()
    label = t("Allow") if _allows(item) else t("Open")
    return Button(f"{sign}{label}", data, style=Style.GOOD)


def _all(t: Texts) -> Button:
    return Button(t("All requests"), RequestsCb().pack())
