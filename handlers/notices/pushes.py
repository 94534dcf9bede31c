"""Pushes of notices: to their readers, and the living counter in the author's own message."""

from handlers.notices.buttons import following, signing
from handlers.notices.callbacks import InboxCb
from handlers.pushes import View
from handlers.screen import Button, Row, Screen, bold, italic, screen
from handlers.settings.why import why
from journal.model.news import CounterNews, Kind, NoticeNews
from journal.model.notices import NoticeStatus


def notice(news: NoticeNews, view: View) -> Screen:
    """The notice as its author wrote it, for whom it is, and the signature where one is asked for."""
    t, found = view.t, news.notice
    child = news.children[0] if news.children else None
    reason: Row = (why(Kind.NOTICE, t, child),)
    if found.status is NoticeStatus.WITHDRAWN:
        return screen(italic(t("This notice was withdrawn.")), rows=(reason,))
    asked = found.sign_off and not news.signed
    rows = (signing(found.id, t),) if asked else ()
    return screen(
        bold(t("Please sign this notice off:")) if news.reminder else None,
        bold(_head(news, view)),
        found.text or None,
        rows=(*rows, (Button(t("All notices"), InboxCb().pack()),), reason),
        attachments=found.attachments,
    )


def _head(news: NoticeNews, view: View) -> str:
    """`Аня, Петя · Белова М. И.`"""
    names = ", ".join(view.name(child) for child in news.children)
    return f"{names} · {news.author.short}" if names else news.author.short


def counter(news: CounterNews, view: View) -> Screen:
    """How many accounts it went to, how many families signed it off, how many are not connected."""
    t, found, figures = view.t, news.notice, news.counter
    if found.status is NoticeStatus.WITHDRAWN:
        head = t("Notice withdrawn.")
    elif found.sign_off:
        head = t(
            "Sent: {sent}, signed off: {signed} of {total}, not connected: {unconnected}.",
            sent=figures.sent,
            signed=figures.signed,
            total=figures.total,
            unconnected=figures.unconnected,
        )
    else:
        head = t(
            "Sent: {sent}, not connected: {unconnected}.", sent=figures.sent, unconnected=figures.unconnected
        )
    open_ = figures.signed < figures.total
    standing = found.status is NoticeStatus.SENT
    return screen(
        bold(head),
        found.text or None,
        rows=following(found.id, sign_off=found.sign_off, open_=open_, t=t) if standing else (),
    )


PUSHES = {Kind.NOTICE: notice, Kind.NOTICE_COUNTER: counter}
