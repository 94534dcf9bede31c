"""Screens of the school's notices for whoever may withdraw any of them."""

from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.home.screens import back
from handlers.notices.audience import addressees
from handlers.notices.author_screens import figures_line, glimpse, withdrawn_line
from handlers.notices.callbacks import OUTBOX, SchoolNoticeCb, SchoolNoticesCb, SentAct, SentCb
from handlers.paging import Page
from handlers.screen import Button, Screen, bold, quote, screen
from journal.model.notices import Notice, NoticeStatus
from journal.model.people import Person
from journal.model.school import School
from journal.notices import SchoolNotice, SchoolNotices
from locales.texts import Texts


def listed(found: SchoolNotices, school: School, t: Texts) -> Screen:
    """The notices that went out, newest first."""
    page = Page(found.notices, found.page, found.page + 1 + found.more)
    buttons_ = [
        (Button(_label(notice, author, school, t), SchoolNoticeCb(notice=notice.id).pack()),)
        for notice, author in page.shown
    ]
    return screen(
        bold(t("Notices of the school")) if page.shown else t("No notice sent yet."),
        t("An unlawful one can be withdrawn: nobody reads it any more, the audit keeps it."),
        rows=(
            *buttons_,
            page.turns(lambda number: SchoolNoticesCb(page=number).pack(), t),
            (Button(t("Notices sent"), OUTBOX), back(t)),
        ),
    )


def one(found: SchoolNotice, school: School, t: Texts) -> Screen:
    """One notice with its author, whom it is for, and the way to withdraw it."""
    preview, notice = found.preview, found.preview.notice
    gone = notice.status is NoticeStatus.WITHDRAWN
    day = t.short_day(school.day(notice.sent_at)) if notice.sent_at else ""
    return screen(
        bold(f"{day} {found.author.short}".strip()) if found.author else bold(day),
        quote(notice.text) if notice.text else None,
        t("Files: {count}", count=len(notice.attachments)) if notice.attachments else None,
        t("For: {audience}", audience=addressees(preview, t)),
        withdrawn_line(notice, t) if gone else figures_line(notice, preview.counter, t),
        rows=(
            () if gone else (Button(t("Withdraw"), SentCb(notice=notice.id, act=SentAct.WITHDRAW).pack()),),
            (
                Button(t("Notices of the school"), SchoolNoticesCb().pack()),
                buttons.history(Of.NOTICE, notice.id, t),
            ),
            (back(t),),
        ),
    )


def _label(notice: Notice, author: Person | None, school: School, t: Texts) -> str:
    day = t.short_day(school.day(notice.sent_at)) if notice.sent_at else ""
    head = f"{day} {author.short}: {glimpse(notice)}" if author else f"{day} {glimpse(notice)}"
    return f"✕ {head}" if notice.status is NoticeStatus.WITHDRAWN else head
