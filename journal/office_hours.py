"""When a colleague is told of families' messages: in the hours of a working day. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.model.school import School
from journal.regulation.notation import ClockWindow

# A week begins on Monday; this is the last working day where nobody chose another.
FRIDAY = 5
# No rest is longer: where the calendar knows of no day of work until then, the week alone decides.
LONGEST_REST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a working day, and the last ISO weekday of a working week."""

    window: ClockWindow
    last_weekday: int = FRIDAY


def opening(moment: datetime, hours: Hours, school: School, rest: Collection[date] = frozenset()) -> datetime:
    """The first moment from `moment` on that lies in these hours on the school's wall clock.

    On the days of `rest`, holidays and days off, nobody works; where they last longer than `LONGEST_REST`
    they count for none.
    """
    wall = moment.astimezone(school.zone)
    today, window = wall.date(), hours.window
    day = _first(today, hours, rest)
    if day == today:
        if wall.time() in window:
            return moment
        if school.moment(today, window.start) < moment:
            day = _first(today + timedelta(days=1), hours, rest)
    return school.moment(day, window.start)


def _first(start: date, hours: Hours, rest: Collection[date]) -> date:
    """The first day of work from that one on."""
    days = [start + timedelta(days=ahead) for ahead in range(LONGEST_REST.days)]
    weekdays = [day for day in days if day.isoweekday() <= hours.last_weekday]
    return next((day for day in weekdays if day not in rest), weekdays[0])
