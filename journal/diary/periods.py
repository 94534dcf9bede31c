"""Which period is looked at. Pure but for one read."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from journal.errors import NotFoundError
from journal.model.diary import Periods
from journal.model.school import Period
from journal.model.span import Span
from journal.ports import Work

DAY = timedelta(days=1)


async def choose(work: Work, student_id: int, period_id: int | None = None) -> Periods:
    """The child's periods that have begun, and the one asked for.

    None is the one that runs, or the last one in the holidays.
    Raises `NotFoundError` for a period that is none of these.
    """
    known = await work.periods.of_student(student_id)
    found = tuple(period for period in known if period.starts_on <= work.today)
    if period_id is None:
        return Periods(found, found[-1] if found else None)
    for period in found:
        if period.id == period_id:
            return Periods(found, period)
    raise NotFoundError(kind="period")


def holidays(periods: Sequence[Period]) -> list[Span]:
    """The days between the periods of a year, in order; summer has no end until the next year is planned."""
    gaps = [(one.ends_on + DAY, following.starts_on - DAY) for one, following in pairwise(periods)]
    return [Span(first, last) for first, last in gaps if first <= last]


def numbered(periods: Periods, number: int) -> int | None:
    """The id of this year's period of that number; None where there is none or it has not begun."""
    return next((period.id for period in periods.of_year if period.number == number), None)
