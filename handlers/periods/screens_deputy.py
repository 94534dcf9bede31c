"""The deputy head's screens of period marks: what teachers ask for."""

from collections.abc import Sequence

from handlers.deputy.callbacks import RequestsCb
from handlers.home.screens import back
from handlers.periods.callbacks import DecideResultCb
from handlers.screen import Button, Row, Screen, Style, bold, quote, screen
from journal.context import Ctx
from journal.model.periods import AskFor, ResultRequest
from locales.texts import Texts
from locales.words import inside

REQUESTS = 5


def requests(found: Sequence[ResultRequest], ctx: Ctx, t: Texts) -> Screen:
    """Teachers' requests about period marks, the oldest first."""
    shown = found[:REQUESTS]
    more = len(found) - len(shown)
    lines = [line for number, item in enumerate(shown, 1) for line in _request(number, item, t)]
    head = t("Requests about period marks: {count}", count=len(found))
    return screen(
        bold(head) if found else t("No requests wait."),
        *lines,
        t("and more: {count}", count=more) if more > 0 else None,
        rows=(
            *(_decide(number, item, t) for number, item in enumerate(shown, 1)),
            (Button(t("Requests"), RequestsCb().pack()), back(t)),
        ),
    )


def decided(request: ResultRequest, t: Texts) -> str:
    """What became of a request, as a short notice."""
    if request.status == "declined":
        return t("Declined.")
    if request.kind is AskFor.MARKS:
        return t("Allowed: the teacher may set the mark.")
    return t("Opened until the end of tomorrow.")


def _request(number: int, item: ResultRequest, t: Texts) -> list[str]:
    about = (
        t("too few marks: {student}", student=item.student.listed) if item.student else t("to open the page")
    )
    head = t(
        "{number}. {teacher}: {unit}, {subject}, {about}",
        number=number,
        teacher=item.teacher.short,
        unit=item.page.unit_name,
        subject=inside(item.page.subject),
        about=about,
    )
    return [head, quote(item.reason)]


def _decide(number: int, item: ResultRequest, t: Texts) -> Row:
    def button(label: str, style: Style, *, allow: bool) -> Button:
        return Button(label, DecideResultCb(request=item.id, allow=allow).pack(), style=style)

    return (
        button(t("{number}. Allow", number=number), Style.GOOD, allow=True),
        button(t("{number}. Decline", number=number), Style.BAD, allow=False),
    )
