"""Paper for families without a phone: whose results are printed, and what was handed over so far."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import update

from bot.demo.roster import HERO_CLASS, SchoolClass
from bot.demo.seed.draft import EPOCH, ZONE, Draft, Row
from journal.model.papers import Paper, RequestState
from journal.papers.letter import Template
from storage.tables import control, papers, people

# Families of the class teacher's class.
FAMILIES = 2
# Mondays of earlier weeks, and how many papers of each were handed over.
WEEKS = ((date(2026, 9, 21), 2), (date(2026, 9, 28), 2), (date(2026, 10, 5), 1))


async def write_papers(draft: Draft) -> None:
    home = next(item for item in draft.roster.classes if item.name == HERO_CLASS)
    without = _without_phone(draft, home)
    await draft.db.run(
        update(people.students).where(people.students.c.person_id.in_(without)).values(offline=True)
    )
    await draft.rows(
        papers.printouts,
        (
            _sheet(home, student, monday, handed=number < handed)
            for monday, handed in WEEKS
            for number, student in enumerate(without)
        ),
    )
    if home.head is not None:
        requests = [
            _request(home, student, 1500 * (number + 1), done=bool(number))
            for number, student in enumerate(without)
        ]
        await draft.rows(control.print_requests, requests)


def _request(home: SchoolClass, student: int, minutes: int, *, done: bool) -> Row:
    """The class teacher has asked the office for a letter about that student."""
    asked = EPOCH - timedelta(minutes=minutes)
    return {
        "report": Paper.LETTER,
        "parameters": {"unit": home.id, "student": student, "template": Template.MEETING, "text": ""},
        "requested_by": home.head.id if home.head else None,
        "requested_at": asked,
        "status": RequestState.DONE if done else RequestState.WAITING,
        "done_at": asked + timedelta(hours=3) if done else None,
    }


def _without_phone(draft: Draft, home: SchoolClass) -> list[int]:
    found = [
        student.id
        for student in home.students
        if not any(number in draft.accounts for number, _ in student.guardians)
    ]
    return found[:FAMILIES]


def _sheet(home: SchoolClass, student: int, monday: date, *, handed: bool) -> Row:
    prepared = datetime.combine(monday + timedelta(days=4), time(18), ZONE)
    return {
        "student_id": student,
        "unit_id": home.id,
        "week_starts_on": monday,
        "prepared_at": prepared,
        "handed_at": prepared + timedelta(days=2, hours=15) if handed else None,
        "handed_by": home.head.id if handed and home.head else None,
    }
