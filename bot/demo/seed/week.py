"""Workload, curriculum and the weekly timetable."""

from collections.abc import Iterable

from bot.demo.curriculum import BELLS, WEEKS, Course
from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import YEAR, Draft, Row
from bot.demo.week import best_week
from storage.tables import timetable


async def write_timetable(draft: Draft) -> None:
    algebra = next(number for number, course in enumerate(draft.courses) if course.name == "Алгебра")
    heroes = next(item.id for item in draft.roster.classes if item.name == HERO_CLASS)
    # The heroes' class has algebra now and tomorrow, whatever else the week brings.
    fixed = {(heroes, algebra): [(3, 2), (4, 1)]}
    week = best_week(draft.random, len(BELLS), draft.roster.pages, fixed)
    await draft.rows(
        timetable.workload,
        (
            {
                "year_id": 1,
                "teacher_id": page.teacher.id,
                "subject_id": page.course + 1,
                "unit_id": page.unit_id,
                "hours_week": page.hours,
            }
            for page in draft.roster.pages
        ),
    )
    await draft.rows(timetable.curriculum, _curriculum(draft.courses))
    rooms = {teacher.id: number % 45 + 1 for number, teacher in enumerate(draft.roster.teachers)}
    await draft.rows(
        timetable.timetable,
        (
            {
                "year_id": 1,
                "weekday": item.weekday,
                "slot": item.slot,
                "unit_id": item.page.unit_id,
                "subject_id": item.page.course + 1,
                "teacher_id": item.page.teacher.id,
                "room_id": rooms[item.page.teacher.id],
                "since": YEAR[0],
            }
            for item in week
        ),
    )


def _curriculum(taught: list[Course]) -> Iterable[Row]:
    for number, course in enumerate(taught, 1):
        for grade, hours in course.hours.items():
            yield {"year_id": 1, "subject_id": number, "grade": grade, "hours_year": hours * WEEKS}
