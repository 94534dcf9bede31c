"""An event of the class, told to a family."""

from handlers.class_events.screens import line
from handlers.diary.callbacks import Look, to_page
from handlers.pushes import View
from handlers.screen import Button, Screen, screen
from handlers.settings.why import why
from journal.model.class_events import ClassEventNews
from journal.model.news import Kind


def event(news: ClassEventNews, view: View) -> Screen:
    """What, when and where; what changed says so first."""
    t, student = view.t, news.child.student_id
    return screen(
        f"{view.name(news.child)}, {news.child.unit_name}: {event_line(news, view)}",
        rows=(
            (Button(t("What lies ahead"), to_page(student, Look.EVENTS)),),
            (why(Kind.CLASS_EVENT, t, news.child),),
        ),
    )


def event_line(news: ClassEventNews, view: View) -> str:
    """The same in a list by child."""
    t, said = view.t, line(news.event, view.t)
    if news.event.cancelled:
        return t("cancelled: {event}", event=said)
    return t("changed: {event}", event=said) if news.corrected else said


PUSHES = {Kind.CLASS_EVENT: event}
LINES = {Kind.CLASS_EVENT: event_line}
