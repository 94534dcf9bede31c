"""Which pages of the journal are not filled, and who is to fill them."""

from collections.abc import Sequence
from datetime import datetime

from journal.entry import Surroundings
from journal.lessons.day import missing
from journal.model.control import Unfilled
from journal.model.lessons import Lesson
from journal.ports import Work


async def unfilled(work: Work, lessons: Sequence[Lesson]) -> list[Unfilled]:
    """Those of one day's lessons that are over and lack something; four statements however many lessons."""
    over = [lesson for lesson in lessons if lesson.ends_at <= work.now]
    given = await work.homework.given_at([lesson.id for lesson in over])
    told = {item.given_lesson_id for item in given if item.given_lesson_id is not None}
    ends: dict[int, datetime] = {}
    if over:
        ends = await work.lessons.last_ends({lesson.class_id for lesson in over}, over[0].date)
    people = await work.people.persons({keeper for lesson in over if (keeper := keeper_of(lesson))})
    found = []
    for lesson in over:
        around = Surroundings(work.school.zone, ends.get(lesson.class_id))
        lacks = missing(lesson, told, work.regulation, work.now, around)
        if lacks:
            found.append(Unfilled(lesson, people.get(keeper_of(lesson) or 0), lacks))
    return found


def keeper_of(lesson: Lesson) -> int | None:
    """Whoever is to fill the page: the substitute before the planned teacher."""
    return lesson.keepers[0] if lesson.keepers else None
