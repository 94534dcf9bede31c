"""The institution: its profile, year, quarters, bells, subjects and rooms."""

from datetime import date, time

from bot.demo.curriculum import BELLS
from bot.demo.seed.draft import SCHOOL, YEAR, ZONE, Draft
from journal.model.people import search_form
from storage.tables import school, timetable

QUARTERS = (
    (date(2026, 9, 1), date(2026, 10, 25)),
    (date(2026, 11, 5), date(2026, 12, 29)),
    (date(2027, 1, 11), date(2027, 3, 21)),
    (date(2027, 3, 29), date(2027, 5, 26)),
)
# By the director's order marks of the first quarter are set by this day.
MARKS_DUE = date(2026, 10, 23)
REGULATION = """preset = "s3"

[delivery]
alert_hold = "15 s"
"""


async def write_institution(draft: Draft) -> None:
    await draft.rows(
        school.school,
        [
            {
                "id": 1,
                "name": SCHOOL.name,
                "short_name": SCHOOL.short_name,
                "city": SCHOOL.city,
                "zone": str(ZONE),
                "kind": SCHOOL.kind,
                "founder": SCHOOL.founder,
                "support_contact": SCHOOL.support_contact,
                "regulation": REGULATION,
            }
        ],
    )
    await draft.rows(school.years, [{"id": 1, "name": "2026/27", "starts_on": YEAR[0], "ends_on": YEAR[1]}])
    await draft.rows(
        school.periods,
        (
            {
                "year_id": 1,
                "kind": "quarter",
                "number": number,
                "name": f"{number}-я четверть",
                "starts_on": starts_on,
                "ends_on": ends_on,
                "marks_due_on": MARKS_DUE if number == 1 else None,
                "order_number": "87-о" if number == 1 else None,
            }
            for number, (starts_on, ends_on) in enumerate(QUARTERS, 1)
        ),
    )
    await draft.rows(school.bell_schedules, [{"id": 1, "name": "Обычное", "shift": 1, "regular": True}])
    await draft.rows(
        school.bells,
        (
            {
                "schedule_id": 1,
                "slot": slot,
                "starts": time.fromisoformat(starts),
                "ends": time.fromisoformat(ends),
            }
            for slot, (starts, ends) in enumerate(BELLS, 1)
        ),
    )
    await draft.rows(
        timetable.subjects,
        (
            {
                "id": number,
                "name": course.name,
                "short_name": course.short,
                "search_name": search_form(course.name),
            }
            for number, course in enumerate(draft.courses, 1)
        ),
    )
    await draft.rows(timetable.rooms, ({"id": number, "name": str(100 + number)} for number in range(1, 46)))
