"""When a colleague is told of families' messages: in the hours of a working day. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.model.school import School
from journal.regulation.notation import ClockWindow

# A week begins on Monday; this is the last working day where nobody chose another.
FRIDAY = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a working day, and the last ISO weekday of a working week."""

    window: ClockWindow
    last_weekday: int = FRIDAY


def opening(moment: datetime, hours: Hours, school: School) -> datetime:
    """The first moment from `moment` on that lies in these hours on the school's wall clock."""
    wall = moment.astimezone(school.zone)
    window = hours.window
    if _works(wall.date(), hours) and wall.time() in window:
        return moment
    today = wall.date()
    opens = school.moment(today, window.start)
    day = today if opens > moment and _works(today, hours) else _next(today, hours)
    return school.moment(day, window.start)


def _works(day: date, hours: Hours) -> bool:
    return day.isoweekday() <= hours.last_weekday


def _next(day: date, hours: Hours) -> date:
    return next(
        day + timedelta(days=ahead) for ahead in range(1, 8) if _works(day + timedelta(days=ahead), hours)
    )
