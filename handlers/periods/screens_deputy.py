"""The deputy head's screens of period marks: what teachers ask for."""

from collections.abc import Sequence

from handlers.deputy.callbacks import RequestsCb
from handlers.home.screens import back
from handlers.periods.callbacks import DecideResultCb, ResultRequestsCb
from handlers.screen import Button, Row, Screen, Style, bold, quote, screen
from journal.context import Ctx
from journal.model.control import RequestStatus
from journal.model.periods import AskFor, ResultRequest
from locales.texts import Texts
from locales.words import inside

REQUESTS = 5


def requests(found: Sequence[ResultRequest], ctx: Ctx, t: Texts) -> Screen:
    """Teachers' requests about period marks, the oldest first."""
    shown = found[:REQUESTS]
    more = len(found) - len(shown)
    lines = [line for number, item in enumerate(shown, 1) for line in _request(item, t, f"{number}. ")]
    head = t("Requests about period marks: {count}", count=len(found))
    return screen(
        bold(head) if found else t("No requests wait."),
        *lines,
        t("and more: {count}", count=more) if more > 0 else None,
        rows=(
            *(_decide(item, t, f"{number}. ") for number, item in enumerate(shown, 1)),
            (Button(t("Requests"), RequestsCb().pack()), back(t)),
        ),
    )


def one(item: ResultRequest, t: Texts) -> Screen:
    """One request with the buttons to decide it, or with what became of it."""
    waits = item.status is RequestStatus.WAITING
    every = Button(t("All requests"), ResultRequestsCb().pack())
    return screen(
        *_request(item, t),
        None if waits else decided(item, t),
        rows=(_decide(item, t) if waits else (), (every,)),
    )


def decided(request: ResultRequest, t: Texts) -> str:
    """What became of a request, as a short notice."""
    if request.status is RequestStatus.DECLINED:
        return t("Declined.")
    if request.kind is AskFor.MARKS:
        return t("Allowed: the teacher may set the mark.")
    return t("Opened until the end of tomorrow.")


def _request(item: ResultRequest, t: Texts, sign: str = "") -> list[str]:
    about = (
        t("too few marks: {student}", student=item.student.listed) if item.student else t("to open the page")
    )
    head = t(
        "{teacher}: {unit}, {subject}, {about}",
        teacher=item.teacher.short,
        unit=item.page.unit_name,
        subject=inside(item.page.subject),
        about=about,
    )
    return [f"{sign}{head}", quote(item.reason)]


def _decide(item: ResultRequest, t: Texts, sign: str = "") -> Row:
    allow, decline = t("Allow"), t("Decline")
    return (
        Button(f"{sign}{allow}", DecideResultCb(request=item.id, allow=True).pack(), style=Style.GOOD),
        Button(f"{sign}{decline}", DecideResultCb(request=item.id, allow=False).pack(), style=Style.BAD),
    )
