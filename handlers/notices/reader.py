"""Screens of a notice's reader: the list, one notice, the signature."""

from collections.abc import Sequence

from handlers.home.screens import back
from handlers.notices.author import glimpse
from handlers.notices.buttons import signing
from handlers.notices.callbacks import INBOX, ReadCb
from handlers.screen import Button, Screen, bold, italic, screen
from journal.model.notices import Notice
from journal.model.school import School
from locales.texts import Texts


def inbox(notices: Sequence[tuple[Notice, bool]], school: School, t: Texts) -> Screen:
    """Notices received, newest first; a dot where a signature is still asked for."""
    waiting = sum(notice.sign_off and not signed for notice, signed in notices)
    head = t("Notices") if notices else t("No notices yet.")
    buttons = [
        (Button(_label(notice, school, t, open_=notice.sign_off and not signed), _to(notice)),)
        for notice, signed in notices
    ]
    return screen(
        bold(head),
        t("Waiting for your signature: {count}", count=waiting) if waiting else None,
        rows=(*buttons, (back(t),)),
    )


def notice(found: Notice, school: School, t: Texts, *, signed: bool) -> Screen:
    """One notice with its files, and the signature where one is asked for."""
    asked = found.sign_off and not signed
    return screen(
        bold(t("Notice of {day}", day=t.day(school.day(found.sent_at)))) if found.sent_at else None,
        found.text or None,
        italic(t("You have signed it off.")) if found.sign_off and signed else None,
        rows=(
            signing(found.id, t) if asked else (),
            (Button(t("All notices"), INBOX), back(t)),
        ),
        attachments=found.attachments,
    )


def _label(found: Notice, school: School, t: Texts, *, open_: bool) -> str:
    day = t.short_day(school.day(found.sent_at)) if found.sent_at else ""
    return f"{'● ' if open_ else ''}{day} {glimpse(found)}"


def _to(found: Notice) -> str:
    return ReadCb(notice=found.id).pack()
