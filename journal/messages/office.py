"""The hours and the days of work of whoever is written to."""

from datetime import date

from journal.office_hours import LONGEST_REST, Hours
from journal.ports import Work


async def hours_of(work: Work, staff_id: int | None) -> Hours:
    """The hours the colleague chose, else those of the school."""
    own = await work.messages.hours(staff_id) if staff_id is not None else None
    return own or Hours(work.regulation.delivery.office_hours)


async def rest_of(work: Work, staff_id: int | None) -> frozenset[date]:
    """The days ahead on which nobody is told: days off, and for teachers the holidays; the administration
    works in the holidays of the students.
    """
    ahead = work.today, work.today + 2 * LONGEST_REST
    return await work.timetable.days_of_rest(*ahead, holidays=staff_id is not None)
