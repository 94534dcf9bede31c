"""By which day a list is to be confirmed: the regulation's, then monthly through the year. Pure."""

from calendar import monthrange
from datetime import date, timedelta

from journal.regulation.notation import YearDay

# The class teacher is asked so long ahead, and of an older omission no more by message.
LEAD = timedelta(days=7)
# From the first day on, as many months as a school year has: September to May.
MONTHS = 9


def round_of(today: date, first: YearDay) -> date:
    """The day of the latest round whose asking has begun; `first`, then monthly (R-147, S3 §4.9-D1)."""
    begun = first.of(today.year)
    if begun - LEAD > today:
        begun = first.of(today.year - 1)
    rounds = [_months_after(begun, number) for number in range(MONTHS)]
    return max(day for day in rounds if day - LEAD <= today)


def turn_of(today: date, due_on: date) -> str | None:
    """Which asking is on: `ahead` of the day, `due` from the day on, none once it is long over."""
    if today < due_on:
        return "ahead"
    return "due" if today <= due_on + LEAD else None


def _months_after(day: date, count: int) -> date:
    """The same day so many months later, the last one where the month is shorter."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
