"""Screens of a notice's author: the question, the preview, the living counter."""

import math
from collections.abc import Iterator, Sequence

from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.home.screens import back
from handlers.notices.audience import addressees
from handlers.notices.buttons import following
from handlers.notices.callbacks import (
    OUTBOX,
    WRITE,
    AudienceCb,
    DraftAct,
    DraftCb,
    SchoolNoticeCb,
    SchoolNoticesCb,
    SentAct,
    SentCb,
)
from handlers.screen import Button, Row, Screen, Style, bold, italic, quote, screen
from journal.glimpse import cut
from journal.model.fare import Offer
from journal.model.notices import Counter, Listeners, Notice, NoticeStatus
from journal.model.school import School
from journal.notices import Preview, paying
from locales.texts import Texts

GLIMPSE = 60


def question(t: Texts) -> Screen:
    """Asks for the notice itself."""
    return screen(
        t("Write the notice, or forward it here. A photo, a file or a voice message will do too."),
        rows=((Button(t("Notices sent"), OUTBOX), back(t)),),
    )


def preview(found: Preview, school: School, t: Texts) -> Screen:
    """The draft with its audience and signature; one tap sends it."""
    notice, figures = found.notice, found.counter
    nobody = not notice.audience.listeners
    return screen(
        bold(t("Notice, not sent yet")),
        quote(notice.text) if notice.text else None,
        t("Files: {count}", count=len(notice.attachments)) if notice.attachments else None,
        t("For: {audience}", audience=addressees(found, t)),
        None if nobody else _goes_to(notice, figures, t),
        _unconnected(figures, t) if figures.unconnected and not nobody else None,
        *(fares(found.offer, school, t) if found.offer is not None else ()),
        italic(t("Another file or more lines? Just send them.")),
        rows=_draft_rows(found, t),
    )


def fares(found: Offer, school: School, t: Texts) -> Iterator[str]:
    """How long a notice to very many takes, and what going at once would cost."""
    minutes = max(1, math.ceil(found.takes.total_seconds() / 60))
    by = t.clock(found.done_at, school.zone)
    if found.stars is None:
        yield t("Sending takes about {minutes} min (until {by}).", minutes=minutes, by=by)
        return
    yield t("For nothing: about {minutes} min (until {by}).", minutes=minutes, by=by)
    yield t.plural(
        "At once: {count} message × 0.1 ⭐ = up to {stars} ⭐ of the bot's balance.",
        "At once: {count} messages × 0.1 ⭐ = up to {stars} ⭐ of the bot's balance.",
        found.messages,
        stars=t.number(found.stars, 0),
    )


def standing(found: Preview, school: School, t: Texts, *, living: bool = False) -> Screen:
    """The draft, or the counter of a notice that is out; `living` in the message that follows it."""
    if found.notice.status is NoticeStatus.DRAFT:
        return preview(found, school, t)
    return counter(found.notice, found.counter, t, living=living)


def counter(notice: Notice, figures: Counter, t: Texts, *, living: bool) -> Screen:
    """The author's own message once the notice is out: what was sent, who signed, who is not connected."""
    withdrawn = notice.status is NoticeStatus.WITHDRAWN
    open_ = figures.signed < figures.total
    rows = (
        () if withdrawn else following(notice.id, sign_off=notice.sign_off, open_=open_, living=living, t=t)
    )
    return screen(
        bold(withdrawn_line(notice, t)) if withdrawn else bold(figures_line(notice, figures, t)),
        None if withdrawn else _still_going(figures, t),
        quote(notice.text) if notice.text else None,
        t("Files: {count}", count=len(notice.attachments)) if notice.attachments else None,
        rows=(*rows, (buttons.history(Of.NOTICE, notice.id, t), back(t))),
    )


def withdrawn_line(notice: Notice, t: Texts) -> str:
    """That it was withdrawn, and why: the author may not be who withdrew it."""
    if not notice.withdraw_reason:
        return t("Notice withdrawn.")
    return t("Notice withdrawn. Why: {reason}", reason=notice.withdraw_reason)


def figures_line(notice: Notice, figures: Counter, t: Texts) -> str:
    """`Отправлено. Ознакомились 21 из 27 семей, не подключены 2.`: families, however many phones each has."""
    if notice.sign_off:
        signed, total = figures.signed, figures.total
        said = (
            t.plural(
                "Sent. Signed off: {signed} of {count} family",
                "Sent. Signed off: {signed} of {count} families",
                total,
                signed=signed,
            )
            if _only_families(notice)
            else t("Sent. Signed off: {signed} of {total}", signed=signed, total=total)
        )
    else:
        said = t("Sent: {recipients}", recipients=_recipients(notice, figures, t))
    lost = [
        t("not connected: {count}", count=figures.unconnected) if figures.unconnected else None,
        t("not getting messages: {count}", count=figures.unreached) if figures.unreached else None,
    ]
    return f"{', '.join(part for part in (said, *lost) if part)}."


def _still_going(figures: Counter, t: Texts) -> str | None:
    """How long until the last of them has it, where that is more than a minute."""
    takes = paying.lasts(figures.left).total_seconds() / 60
    return t("Being sent, about {minutes} min more.", minutes=math.ceil(takes)) if takes > 1 else None


def _goes_to(notice: Notice, figures: Counter, t: Texts) -> str:
    if _only_families(notice):
        return t("Will get it: {recipients}.", recipients=_recipients(notice, figures, t))
    return t("Recipients: {count}.", count=figures.total - figures.unconnected)


def _recipients(notice: Notice, figures: Counter, t: Texts) -> str:
    """`23 семьи`: whom it reaches here."""
    reached = figures.total - figures.unconnected
    if _only_families(notice):
        return t.plural("{count} family", "{count} families", reached)
    return t.plural("{count} recipient", "{count} recipients", reached)


def _only_families(notice: Notice) -> bool:
    return notice.audience.listeners == {Listeners.GUARDIANS}


def withdrawing(notice: Notice, t: Texts, *, own: bool) -> Screen:
    """Asks for the reason of a withdrawal; somebody else's notice is left to where it was opened."""
    kept = (
        SentCb(notice=notice.id, act=SentAct.COUNTER).pack()
        if own
        else SchoolNoticeCb(notice=notice.id).pack()
    )
    return screen(
        bold(t("Withdraw this notice?")),
        quote(glimpse(notice)),
        t("Write the reason: it stays in the school's log. The families will see that it was withdrawn."),
        rows=((Button(t("Keep it"), kept),),),
    )


def withdrawn(t: Texts) -> Screen:
    return screen(t("Notice withdrawn."), rows=((Button(t("Notices sent"), OUTBOX), back(t)),))


def dropped(t: Texts) -> Screen:
    return screen(
        t("The draft is thrown away. Nobody was told."), rows=((Button(t("New notice"), WRITE), back(t)),)
    )


def outbox(notices: Sequence[Notice], school: School, t: Texts, *, all_: bool = False) -> Screen:
    """The author's own notices, newest first; `all_` leads to everybody's."""
    every = (Button(t("Notices of the school"), SchoolNoticesCb().pack()),) if all_ else ()
    buttons = [
        (
            Button(
                f"{t.short_day(school.day(notice.sent_at))} {glimpse(notice)}" if notice.sent_at else "",
                SentCb(notice=notice.id, act=SentAct.COUNTER).pack(),
            ),
        )
        for notice in notices
    ]
    return screen(
        bold(t("Notices sent")) if notices else t("No notice sent yet."),
        rows=(*buttons, every, (Button(t("New notice"), WRITE), back(t))),
    )


def glimpse(notice: Notice) -> str:
    """The first words of a notice, for a button or a list."""
    return cut(notice.text.strip().partition("\n")[0], GLIMPSE)


def _unconnected(figures: Counter, t: Texts) -> str:
    return t("Not connected: {count}. They will not get it here.", count=figures.unconnected)


def _draft_rows(found: Preview, t: Texts) -> tuple[Row, ...]:
    notice = found.notice

    def button(label: str, act: DraftAct, style: Style | None = None) -> Button:
        return Button(label, DraftCb(notice=notice.id, act=act, revision=notice.revision).pack(), style=style)

    sign = (
        button(t("● With a signature"), DraftAct.NO_SIGN_OFF)
        if notice.sign_off
        else button(t("○ With a signature"), DraftAct.SIGN_OFF)
    )
    whom = Button(t("For whom"), AudienceCb(notice=notice.id).pack())
    throw = button(t("Throw away"), DraftAct.DROP)
    if not notice.audience.listeners:
        return (sign, whom), (throw,)
    send = button(_send(found, t), DraftAct.SEND, Style.MAIN)
    if found.offer is None or found.offer.stars is None:
        return (sign, whom), (send, throw)
    stars = t.number(found.offer.stars, 0)
    at_once = button(t("At once, up to {stars} ⭐", stars=stars), DraftAct.PAY)
    return (sign, whom), (button(t("Send for nothing"), DraftAct.SEND, Style.MAIN), at_once), (throw,)


def _send(found: Preview, t: Texts) -> str:
    """To one class a word is enough; beyond it the button itself says how far the notice goes."""
    audience, reached = found.notice.audience, found.counter.total - found.counter.unconnected
    if len(audience.units) == 1 or not reached:
        return t("Send")
    if _only_families(found.notice):
        return t.plural("Send to {count} family", "Send to {count} families", reached)
    return t("Send ({count})", count=reached)
