"""Teachers' requests on the deputy head's phone: the list, one request in a push, the word of a refusal."""

from collections.abc import Sequence

from handlers.deputy.callbacks import DecideRequestCb, DeclineRequestCb, MorningCb, RequestsCb
from handlers.home.screens import back
from handlers.lessons.requests import about, open_until
from handlers.periods.callbacks import ResultRequestsCb
from handlers.screen import Button, Row, Screen, Style, bold, italic, quote, screen
from journal.model.control import RequestStatus
from journal.model.requests import EntryRequest
from journal.model.school import School
from locales.texts import Texts

REQUESTS = 5


def requests(found: Sequence[EntryRequest], about_results: int, t: Texts, said: str | None = None) -> Screen:
    """The requests, the oldest first; those about period marks have a list of their own.

    `said` is what a tap just did.
    """
    shown = found[:REQUESTS]
    more = len(found) - len(shown)
    lines = [line for number, item in enumerate(shown, 1) for line in _request(number, item, t)]
    return screen(
        italic(said) if said else None,
        bold(t("Requests to open a lesson: {count}", count=len(found))) if found else t("No requests wait."),
        *lines,
        t("and more: {count}", count=more) if more > 0 else None,
        rows=(
            *(_decide(item, t, f"{number}. ") for number, item in enumerate(shown, 1)),
            _about_results(about_results, t),
            (Button(t("The school's day"), MorningCb().pack()), back(t)),
        ),
    )


def one(item: EntryRequest, school: School, t: Texts) -> Screen:
    """One request with the buttons to decide it, or with what became of it."""
    waits = item.status is RequestStatus.WAITING
    return screen(
        t("{teacher} asks to open: {lesson}.", teacher=item.teacher.short, lesson=about(item, t)),
        quote(item.reason),
        None if waits else outcome(item, school, t),
        quote(item.answer) if item.answer else None,
        rows=(_decide(item, t) if waits else (), (_all(t),)),
    )


def why_not(item: EntryRequest, school: School, t: Texts) -> Screen:
    """Asks for the word with which a request is declined."""
    if item.status is not RequestStatus.WAITING:
        return one(item, school, t)
    silently = DecideRequestCb(request=item.id, allow=False).pack()
    return screen(
        t("{teacher} asks to open: {lesson}.", teacher=item.teacher.short, lesson=about(item, t)),
        quote(item.reason),
        t("Write in a word why not; the teacher will read it."),
        rows=((Button(t("Decline without a word"), silently),), (_open(item, t), _all(t))),
    )


def outcome(item: EntryRequest, school: School, t: Texts) -> str:
    """What became of a request."""
    if item.status is RequestStatus.GRANTED:
        return open_until(item, school, t)
    if item.status is RequestStatus.DECLINED:
        return t("Declined.")
    return t("The request went unanswered for a week and is over.")


def _request(number: int, item: EntryRequest, t: Texts) -> list[str]:
    return [f"{number}. {item.teacher.short}: {about(item, t)}", quote(item.reason)]


def _decide(item: EntryRequest, t: Texts, sign: str = "") -> Row:
    decline = DeclineRequestCb(request=item.id).pack()
    label = t("Decline")
    return (_open(item, t, sign), Button(f"{sign}{label}", decline, style=Style.BAD))


def _open(item: EntryRequest, t: Texts, sign: str = "") -> Button:
    data = DecideRequestCb(request=item.id, allow=True).pack()
    label = t("Open")
    return Button(f"{sign}{label}", data, style=Style.GOOD)


def _all(t: Texts) -> Button:
    return Button(t("All requests"), RequestsCb().pack())


def _about_results(count: int, t: Texts) -> Row:
    said = t("About period marks: {count}", count=count)
    return (Button(said, ResultRequestsCb().pack(), style=Style.MAIN),) if count else ()
