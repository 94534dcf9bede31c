"""Dated statuses in the heroes' class: an olympiad tomorrow, sport left out, lessons at home next week."""

from datetime import date

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import LONG_AGO, Draft
from journal.model.statuses import StatusKind
from storage.tables import attendance

SPORT = "Физическая культура"
# Place in the class's list, what, from when till when, what the order is about.
OF_HEROES = (
    (12, StatusKind.ORDER, date(2026, 10, 15), date(2026, 10, 16), "олимпиада по биологии, приказ № 212"),
    (3, StatusKind.SPORT, date(2026, 10, 12), date(2026, 10, 25), None),
    (15, StatusKind.HOME, date(2026, 10, 19), date(2026, 10, 30), None),
)


async def write_statuses(draft: Draft) -> None:
    heroes = next(item for item in draft.roster.classes if item.name == HERO_CLASS)
    sport = next(number for number, course in enumerate(draft.courses, 1) if course.name == SPORT)
    await draft.rows(
        attendance.student_statuses,
        (
            {
                "student_id": heroes.students[place].id,
                "kind": kind,
                "starts_on": first,
                "ends_on": last,
                "from_slot": None,
                "subject_id": sport if kind is StatusKind.SPORT else None,
                "note": note,
                "entered_by": heroes.head.id if heroes.head else heroes.students[place].id,
                "entered_at": LONG_AGO,
            }
            for place, kind, first, last, note in OF_HEROES
        ),
    )
