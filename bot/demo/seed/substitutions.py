"""Substitutions of the month: colleagues who gave lessons for each other, the heroes' own not among them."""

from datetime import timedelta

from bot.demo.seed.draft import EPOCH, Draft
from journal.model.lessons import Lesson
from storage.covering import CoveringQueries
from storage.lessons import as_lesson, lesson_select
from storage.tables.lessons import lessons
from storage.tables.people import units

# How many lessons of a day somebody else gave: today's sheet is not empty either.
DAYS = {0: 3, 1: 2, 2: 4, 5: 1, 6: 3, 8: 2}


async def write_substitutions(draft: Draft) -> None:
    covering, heroes = CoveringQueries(draft.db), set(draft.roster.heroes)
    for back, count in DAYS.items():
        day = EPOCH.date() - timedelta(days=back)
        rows = await draft.db.all(
            lesson_select()
            .where(
                lessons.c.date == day,
                lessons.c.status == "planned",
                lessons.c.teacher_id.is_not(None),
                lessons.c.teacher_id.not_in(heroes),
                units.c.grade >= 5,
            )
            .order_by(lessons.c.slot, lessons.c.unit_id)
        )
        left = count
        for row in rows[back :: max(1, len(rows) // (count * 5))]:
            left -= left > 0 and await _cover(covering, as_lesson(row), heroes)


async def _cover(covering: CoveringQueries, lesson: Lesson, heroes: set[int]) -> bool:
    """Let a colleague of the same subject give the lesson; False where nobody is free."""
    stands = [one for one in await covering.free(lesson) if one.same and one.person.id not in heroes]
    if not stands:
        return False
    told = lesson.starts_at if lesson.starts_at < EPOCH else None
    await covering.change(lesson.id, {"substitute_id": stands[0].person.id, "substituted_at": told})
    return True
