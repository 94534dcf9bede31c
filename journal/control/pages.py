"""Which pages of the journal are not filled, and who is to fill them."""

from collections.abc import Sequence

from journal.lessons.lacking import lacking
from journal.model.control import Unfilled
from journal.model.lessons import Lesson
from journal.ports import Work


async def unfilled(work: Work, lessons: Sequence[Lesson]) -> list[Unfilled]:
    """Those of the lessons that are over and lack something; two statements and one for each day."""
    over = [lesson for lesson in lessons if lesson.ends_at <= work.now]
    lacks = await lacking(work, over)
    people = await work.people.persons({keeper for lesson in over if (keeper := keeper_of(lesson))})
    return [
        Unfilled(lesson, people.get(keeper_of(lesson) or 0), lacks[lesson.id])
        for lesson in over
        if lesson.id in lacks
    ]


def keeper_of(lesson: Lesson) -> int | None:
    """Whoever is to fill the page: the substitute before the planned teacher."""
    return lesson.keepers[0] if lesson.keepers else None
