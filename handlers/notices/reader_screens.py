"""Screens of a notice's reader: the list, one notice, the signature."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.home.screens import back
from handlers.naming import child_name
from handlers.notices.author_screens import glimpse
from handlers.notices.buttons import signing
from handlers.notices.callbacks import INBOX, ReadCb
from handlers.screen import Button, Screen, bold, italic, screen
from journal.model.access import Privacy
from journal.model.notices import Notice, NoticeStatus
from journal.model.people import Child, Person
from journal.model.school import School
from journal.notices import Received
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


def notice(found: Received, privacy: Privacy, school: School, t: Texts) -> Screen:
    """One notice with its files, and the signature where one is asked for."""
    shown = body(found.notice, found.author, found.children, privacy, school, t, signed=found.signed)
    return replace(shown, rows=(*shown.rows, (Button(t("All notices"), INBOX), back(t))))


def body(
    found: Notice,
    author: Person,
    children: Sequence[Child],
    privacy: Privacy,
    school: School,
    t: Texts,
    *,
    signed: bool,
) -> Screen:
    """What every message of a notice shows: for whom and from whom, its words, the signature."""
    if found.status is NoticeStatus.WITHDRAWN:
        return withdrawn(found, author, school, t)
    asked = found.sign_off and not signed
    return screen(
        bold(" · ".join(part for part in (t("Notice"), _whom(children, privacy), author.short) if part)),
        found.text or None,
        italic(t("You have signed it off.")) if found.sign_off and signed else None,
        rows=(signing(found.id, t),) if asked else (),
        attachments=found.attachments,
    )


def _whom(children: Sequence[Child], privacy: Privacy) -> str:
    """`Аня, 7Б`; of several `Петя (3А), Аня (7Б)`."""
    if len(children) > 1:
        return ", ".join(f"{child_name(child, privacy)} ({child.unit_name})" for child in children)
    return "".join(f"{child_name(child, privacy)}, {child.unit_name}" for child in children)


def withdrawn(found: Notice, author: Person, school: School, t: Texts) -> Screen:
    """Which one it was that holds no more: its first words, its day, its author."""
    day = t.day(school.day(found.sent_at)) if found.sent_at else ""
    return screen(
        bold(t("This notice was withdrawn.")),
        italic(" · ".join(part for part in (glimpse(found), day, author.short) if part)),
    )


def _label(found: Notice, school: School, t: Texts, *, open_: bool) -> str:
    day = t.short_day(school.day(found.sent_at)) if found.sent_at else ""
    return f"{'● ' if open_ else ''}{day} {glimpse(found)}"


def _to(found: Notice) -> str:
    return ReadCb(notice=found.id).pack()
