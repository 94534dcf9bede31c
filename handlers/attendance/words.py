"""Sentences about a child's presence that several screens say."""

from collections.abc import Sequence
from datetime import tzinfo

from journal.model.news import LessonPresence
from locales.texts import Texts
from locales.words import inside


def missed(name: str, lessons: Sequence[LessonPresence], zone: tzinfo, t: Texts) -> str:
    """`Аня: нет на 1-м уроке (алгебра, 8:30).`"""
    if len(lessons) == 1:
        return t("{child}: not at lesson {slot} ({subject}, {time}).", child=name, **of(lessons[0], zone, t))
    listed = t.listing(f"{lesson.slot} ({inside(lesson.subject)})" for lesson in lessons)
    return t("{child}: not at lessons {lessons}.", child=name, lessons=listed)


def of(lesson: LessonPresence, zone: tzinfo, t: Texts) -> dict[str, object]:
    """The placeholders of one lesson."""
    return {
        "slot": lesson.slot,
        "subject": inside(lesson.subject),
        "time": t.clock(lesson.starts_at, zone),
    }
