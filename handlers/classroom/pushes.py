"""Pushes of the class teacher's day: a family asks to be called."""

from handlers.classroom.callbacks import ClassCb
from handlers.naming import child_name
from handlers.pushes import View
from handlers.screen import Button, Screen, screen
from handlers.settings.why import why
from journal.model.access import Privacy
from journal.model.control import CallNews
from journal.model.news import Kind


def call_asked(news: CallNews, view: View) -> Screen:
    """Who is to be called, about whom, at which number."""
    t, child = view.t, news.child
    full = view.recipient.privacy is Privacy.FULL
    name = f"{child.last_name} {child.first_name}" if full else child_name(child, view.recipient.privacy)
    number = news.number or t("the school has no number")
    return screen(
        t("{student}, {unit}: a call is asked for.", student=name, unit=child.unit_name),
        f"{news.adult.full}: {number}" if full else None,
        rows=(
            (Button(t("The class's day"), ClassCb(unit=child.unit_id or 0).pack()),),
            (why(Kind.CALL_ASKED, t),),
        ),
    )


PUSHES = {Kind.CALL_ASKED: call_asked}
