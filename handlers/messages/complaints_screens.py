"""Screens of a complaint about a thread: made, waiting for a decision, decided."""

from handlers.home.screens import back
from handlers.messages import words
from handlers.messages.callbacks import REPORTED, THREADS, Act, ReportedCb
from handlers.messages.screens import PAGE, act, of_family, way_to
from handlers.paging import page_of
from handlers.screen import Button, Screen, Style, bold, screen
from journal.messages import Complaints
from journal.model.messages import Conversation, Listed
from locales.texts import Texts


def reported(found: Complaints, page: int, t: Texts) -> Screen:
    """The complaints that wait for a decision, then what was stopped."""
    shown = page_of((*found.reported, *found.stopped), page, PAGE)
    rows = [(Button(_complaint(one, t), way_to(one.conversation)),) for one in shown.shown]
    return screen(
        bold(t("Complaints about messages")),
        None if found.reported else t("No complaint waits for a decision."),
        t("⛔ is what the school has stopped: open it to let it go on.") if found.stopped else None,
        rows=(
            *rows,
            shown.turns(lambda number: ReportedCb(page=number).pack(), t),
            (Button(t("Messages"), THREADS), back(t)),
        ),
    )


def reporting(found: Conversation, t: Texts) -> Screen:
    """Asks before a complaint."""
    return screen(
        bold(t("Complain about this thread?")),
        t("The director, the deputy head and the administrator will be able to read all of it, and decide."),
        rows=(
            (act(t("Complain"), found.id, Act.REPORT, Style.BAD),),
            (Button(t("Back"), way_to(found)), back(t)),
        ),
    )


def complained(found: Conversation, t: Texts) -> Screen:
    return screen(
        t("Thank you, the school's management has the thread and will decide. You may go on writing."),
        rows=((Button(t("Open the thread"), way_to(found)), back(t)),),
    )


def decided(found: Conversation, *, blocked: bool, t: Texts) -> Screen:
    said = (
        t(
            "Stopped: neither side can write to the other any more, about whatever child. "
            "The decision stands in the school's log."
        )
        if blocked
        else t("Both sides may go on writing. The decision stands in the school's log.")
    )
    return screen(
        said,
        rows=((Button(t("Open the thread"), way_to(found)), Button(t("Complaints"), REPORTED)), (back(t),)),
    )


def _complaint(one: Listed, t: Texts) -> str:
    label = f"{words.child_named(one.child)} · {one.family.short}"
    return t("⛔ {label}", label=label) if one.conversation.blocked_at is not None else of_family(one, t)
