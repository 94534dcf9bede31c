"""«Почему это пришло?»: the reason of a push, and the very toggle where there is one."""

from handlers.home.callbacks import HOME
from handlers.screen import Button, Screen, quote, screen
from handlers.settings import screens
from handlers.settings.words import topic_name
from journal.model.news import Kind
from journal.model.subscriptions import Subscription, Topic
from journal.regulation import Regulation
from locales.texts import Texts

# What a family turns where a push of that kind comes from.
TOPICS = {
    Kind.ATTENDANCE: Topic.ABSENCES,
    Kind.ABSENCE_NUDGE: Topic.ABSENCES,
    Kind.MARKS: Topic.MARKS,
    Kind.RESULTS: Topic.MARKS,
    Kind.REMARKS: Topic.MARKS,
    Kind.HOMEWORK: Topic.HOMEWORK,
    Kind.HOMEWORK_MISSING: Topic.HOMEWORK,
    Kind.LESSON_CHANGED: Topic.TIMETABLE,
    Kind.NOTICE: Topic.NOTICES,
    Kind.CLASS_EVENT: Topic.NOTICES,
    Kind.WEEKLY: Topic.WEEKLY,
}
_SAFETY = (
    Kind.GUARDIAN_BOUND,
    Kind.PHONE_ADDED,
    Kind.ACCESS_OPENED,
    Kind.BINDING_QUESTIONED,
    Kind.BINDING_DISOWNED,
    Kind.CODE_LOCKED,
    Kind.FAMILY_DECIDED,
    Kind.AUTHORITY_ENDING,
)


def why(kind: Kind, one: Subscription | None, regulation: Regulation, t: Texts) -> Screen:
    """The reason; for a family, with the ways in which such news may come."""
    topic = TOPICS.get(kind)
    if topic is not None and (toggle := by_topic(topic, one, t)) is not None:
        return toggle
    if kind is Kind.ENTRY_REMINDER:
        return _by_the_rules(regulation, t)
    said = (
        t("This guards access to the diary, so it cannot be turned off.")
        if kind in _SAFETY
        else t("This concerns you personally: your own request, or your work at school.")
    )
    return screen(said, rows=((Button(t("Home"), HOME),),))


def by_topic(topic: Topic, one: Subscription | None, t: Texts) -> Screen | None:
    """The toggle of the topic with the reason above it; None for whoever hears nothing of it."""
    if one is None or topic not in one.topics:
        return None
    reason = t(
        "You are linked to a diary: {child}, {unit}. This came under “{topic}”.",
        child=one.child.first_name,
        unit=one.child.unit_name,
        topic=topic_name(topic, t),
    )
    return screens.topic(one, topic, t, notice=reason)


def _by_the_rules(regulation: Regulation, t: Texts) -> Screen:
    """Why a teacher is reminded: the regulation's own words on when a lesson is to be entered."""
    clause = regulation.clause("entry.deadline")
    return screen(
        t("By the school's rules a lesson is entered in time; after the last one I name what is missing."),
        quote(clause.words) if clause.words else None,
        rows=((Button(t("Home"), HOME),),),
    )
