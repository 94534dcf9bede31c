"""What the pages of lessons lack, looked up for many at once."""

from collections.abc import Collection
from datetime import date, datetime

from journal.entry import Surroundings
from journal.lessons.day import missing
from journal.model.day import Missing
from journal.model.lessons import Lesson
from journal.ports import Work


async def lacking(work: Work, lessons: Collection[Lesson]) -> dict[int, tuple[Missing, ...]]:
    """By lesson, of those that have begun and lack anything; one statement and one for each day."""
    given = await work.homework.given_at([lesson.id for lesson in lessons])
    told = {item.given_lesson_id for item in given if item.given_lesson_id is not None}
    ends: dict[date, dict[int, datetime]] = {}
    for day in {lesson.date for lesson in lessons}:
        classes = {lesson.class_id for lesson in lessons if lesson.date == day}
        ends[day] = await work.lessons.last_ends(classes, day)
    found = {}
    for lesson in lessons:
        around = Surroundings(work.school.zone, ends[lesson.date].get(lesson.class_id))
        if lacks := missing(lesson, told, work.regulation, work.now, around):
            found[lesson.id] = lacks
    return found
