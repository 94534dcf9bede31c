"""Pushes of notices: to their readers, and the living counter in the author's own message."""

from dataclasses import replace

from handlers.notices import author_screens, reader_screens
from handlers.notices.callbacks import INBOX
from handlers.pushes import View
from handlers.screen import Button, Screen, bold, preceded
from handlers.settings.why import why
from journal.model.news import Kind, NoticeNews
from journal.model.notices import CounterNews, NoticeStatus


def notice(news: NoticeNews, view: View) -> Screen:
    """The notice as its author wrote it, for whom it is, and the signature where one is asked for."""
    t, found = view.t, news.notice
    shown = reader_screens.body(
        found, news.author, news.children, view.recipient.privacy, view.school, t, signed=news.signed
    )
    reason = (why(Kind.NOTICE, t, news.children[0] if news.children else None),)
    if found.status is NoticeStatus.WITHDRAWN:
        return replace(shown, rows=(reason,))
    ask = bold(t("Please sign this notice off:")) if news.reminder else None
    rows = (*shown.rows, (Button(t("All notices"), INBOX),), reason)
    return replace(preceded(shown, ask), rows=rows)


def counter(news: CounterNews, view: View) -> Screen:
    """How many accounts it went to, how many families signed it off, how many are not connected."""
    return author_screens.counter(news.notice, news.counter, view.t, living=True)


PUSHES = {Kind.NOTICE: notice, Kind.NOTICE_COUNTER: counter}
