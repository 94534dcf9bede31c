"""Which lesson is «now», and what is missing on a page. Pure."""

from collections.abc import Collection, Sequence
from datetime import datetime

from journal import entry
from journal.entry import EARLY, Record, Surroundings, can_enter
from journal.model.day import Missing
from journal.model.lessons import Lesson, LessonStatus
from journal.regulation import Regulation

# What every page must have; homework comes last, as in a lesson.
PAGE = (Record.ATTENDANCE, Record.LESSON, Record.HOMEWORK)


def at_hand(lessons: Sequence[Lesson], now: datetime) -> Lesson | None:
    """The lesson a teacher means by «now»: the running, the coming, the last or the first one."""
    held = [lesson for lesson in lessons if lesson.status is not LessonStatus.CANCELLED]
    for lesson in held:
        if lesson.runs_at(now):
            return lesson
    for lesson in held:
        if lesson.starts_at - EARLY <= now < lesson.starts_at:
            return lesson
    over = [lesson for lesson in held if lesson.ends_at <= now]
    return over[-1] if over else held[0] if held else None


def over(lessons: Sequence[Lesson], now: datetime) -> bool:
    """Whether there were lessons and the last of them has ended."""
    held = [lesson for lesson in lessons if lesson.status is not LessonStatus.CANCELLED]
    return bool(held) and all(lesson.ends_at <= now for lesson in held)


def register_first(lesson: Lesson, now: datetime) -> bool:
    """Whether «now» opens straight on the register: the class is here and it is not taken."""
    return lesson.starts_at - EARLY <= now < lesson.ends_at and lesson.register_taken_at is None


def missing(
    lesson: Lesson,
    homework_given: Collection[int],
    regulation: Regulation,
    now: datetime,
    around: Surroundings,
) -> tuple[Missing, ...]:
    """What the page of a lesson that has begun still lacks; grade 1 is never chased for homework."""
    if lesson.status is LessonStatus.CANCELLED or now < lesson.starts_at:
        return ()
    lacking = {
        Record.ATTENDANCE: lesson.register_taken_at is None,
        Record.LESSON: not lesson.topic,
        Record.HOMEWORK: lesson.id not in homework_given and not entry.first_grade(lesson, regulation),
    }
    return tuple(
        Missing(record, can_enter(record, lesson, regulation, now, around))
        for record in PAGE
        if lacking[record]
    )
