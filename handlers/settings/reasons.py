"""«Почему мне это?»: the reason of a push, and the very toggle where there is one."""

from handlers.home.callbacks import HOME
from handlers.screen import Button, Screen, screen
from handlers.settings import screens
from handlers.settings.words import topic_name
from journal.model.news import Kind
from journal.model.subscriptions import Subscription, Topic
from locales.texts import Texts

# What a family turns where a push of that kind comes from.
TOPICS = {
    Kind.ATTENDANCE: Topic.ABSENCES,
    Kind.ABSENCE_NUDGE: Topic.ABSENCES,
    Kind.MARKS: Topic.MARKS,
    Kind.HOMEWORK: Topic.HOMEWORK,
    Kind.HOMEWORK_MISSING: Topic.HOMEWORK,
    Kind.LESSON_CHANGED: Topic.TIMETABLE,
    Kind.NOTICE: Topic.NOTICES,
    Kind.WEEKLY: Topic.WEEKLY,
}
_SAFETY = (
    Kind.GUARDIAN_BOUND,
    Kind.PHONE_ADDED,
    Kind.ACCESS_OPENED,
    Kind.BINDING_QUESTIONED,
    Kind.BINDING_DISOWNED,
    Kind.CODE_LOCKED,
)


def why(kind: Kind, one: Subscription | None, t: Texts) -> Screen:
    """The reason; for a family, with the ways in which such news may come."""
    topic = TOPICS.get(kind)
    if one is not None and topic in one.topics:
        reason = t(
            "You are linked to the diary of {child}, {unit}, and hear of: {topic}.",
            child=one.child.first_name,
            unit=one.child.unit_name,
            topic=topic_name(topic, t),
        )
        return screens.topic(one, topic, t, notice=reason)
    said = (
        t("This guards access to the diary, so it cannot be turned off.")
        if kind in _SAFETY
        else t("This concerns you personally: your own request, or your work at school.")
    )
    return screen(said, rows=((Button(t("Home"), HOME),),))
