"""Pushes about meetings: to the families, and the class teacher's living counter."""

from handlers.class_events.screens import line
from handlers.meetings import family, screens
from handlers.messages.callbacks import to_class_teacher
from handlers.pushes import View
from handlers.screen import Button, Screen, bold, screen
from handlers.settings.why import why
from journal.model.meetings import MeetingCounterNews, MeetingNews
from journal.model.news import Kind
from journal.policy.conditions import guardians_write


def meeting(news: MeetingNews, view: View) -> Screen:
    """The invitation with both answers; what changed, or that it is today, says so first."""
    t, event, child = view.t, news.event, news.child
    said = line(event, t)
    if event.cancelled:
        said = t("cancelled: {event}", event=said)
    elif news.reminder:
        said = t("we remind you: {event}", event=said)
    elif news.corrected:
        said = t("changed: {event}", event=said)
    head = bold(f"{view.name(child)}, {child.unit_name}: {said}")
    if event.cancelled:
        return screen(head, rows=((why(Kind.MEETING, t, child),),))
    question = Button(t("A question"), to_class_teacher(child.student_id))
    answers = family.answers(event.id, child.student_id, news.coming, t)
    return screen(
        head,
        family.standing(event, news.coming, t, ahead=True),
        rows=(
            (*answers, question) if guardians_write(view.regulation) else answers,
            (why(Kind.MEETING, t, child),),
        ),
    )


def counter(news: MeetingCounterNews, view: View) -> Screen:
    """How many come."""
    return screens.meeting(news.meeting, view.t, living=True)


PUSHES = {Kind.MEETING: meeting, Kind.MEETING_COUNTER: counter}
