"""Days from one to another."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both in it."""

    first: date
    last: date

    @property
    def one_day(self) -> bool:
        return self.first == self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __or__(self, other: "Span") -> "Span":
        """The days from the earlier beginning to the later end."""
        return Span(min(self.first, other.first), max(self.last, other.last))

    def __iter__(self) -> Iterator[date]:
        return (self.first + _DAY * number for number in range((self.last - self.first).days + 1))


def week_of(day: date) -> Span:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def whole_month(day: date) -> Span:
    """The first to the last of the month."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
