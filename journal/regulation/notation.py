"""How small values are written in TOML: clock times, spans, dates of the year, windows."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import ClassVar, Self

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
CLOCK_NOTATION = "HH:MM"
SPAN_NOTATION = "N s | N min | N h"
_SPAN_UNITS = {"h": timedelta(hours=1), "min": timedelta(minutes=1), "s": timedelta(seconds=1)}


class NotationError(ValueError):
    """A text does not follow its notation; the message is the notation."""


def read_clock(text: str) -> time:
    """`17:00` as a time; raises NotationError for what no clock shows."""
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise NotationError(CLOCK_NOTATION)
    return time(int(match[1]), int(match[2]))


def clock_text(at: time) -> str:
    return at.strftime("%H:%M")


def read_span(text: str) -> timedelta:
    """`5 min` as a timedelta; raises NotationError."""
    match = re.fullmatch(r"([0-9]{1,6}) ?(s|min|h)", text)
    if match is None:
        raise NotationError(SPAN_NOTATION)
    return int(match[1]) * _SPAN_UNITS[match[2]]


def span_text(span: timedelta) -> str:
    """The notation in the largest unit that divides the span."""
    for name, unit in _SPAN_UNITS.items():
        if span % unit == timedelta(0):
            return f"{span // unit} {name}"
    raise ValueError("a span of the regulation is whole seconds")


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of every school year, such as 30 June; the last day on which the thing is in time."""

    day: int
    month: int

    NOTATION: ClassVar[str] = "D Month, such as 5 September"

    @classmethod
    def parse(cls, text: str) -> Self:
        match = re.fullmatch(r"([0-9]{1,2}) ([A-Z][a-z]+)", text)
        if match is None or match[2] not in MONTHS:
            raise NotationError(cls.NOTATION)
        found = cls(int(match[1]), MONTHS.index(match[2]) + 1)
        try:
            # A common year: 29 February does not come every year.
            date(2001, found.month, found.day)
        except ValueError:
            raise NotationError(cls.NOTATION) from None
        return found

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]}"

    def of(self, year: int) -> date:
        """The day in that year of the calendar."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DayWindow:
    """Days of a month, both included, such as the 20th to the 23rd."""

    first: int
    last: int

    NOTATION: ClassVar[str] = "D-D, days of a month from 1 to 28"

    def __contains__(self, day: date) -> bool:
        return self.first <= day.day <= self.last

    @classmethod
    def parse(cls, text: str) -> Self:
        match = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", text)
        if match is None or not 1 <= int(match[1]) <= int(match[2]) <= 28:
            raise NotationError(cls.NOTATION)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class ClockWindow:
    """Hours of a day, the start included, the end not; it may run over midnight."""

    start: time
    end: time

    NOTATION: ClassVar[str] = "HH:MM-HH:MM, two different times"

    def __contains__(self, at: time) -> bool:
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    @classmethod
    def parse(cls, text: str) -> Self:
        start, dash, end = text.partition("-")
        try:
            found = cls(read_clock(start), read_clock(end))
        except NotationError:
            raise NotationError(cls.NOTATION) from None
        if not dash or found.start == found.end:
            raise NotationError(cls.NOTATION)
        return found

    def __str__(self) -> str:
        return f"{clock_text(self.start)}-{clock_text(self.end)}"


@dataclass(frozen=True, slots=True)
class WeekMoment:
    """A moment of every week; `weekday` counts from Monday = 0, as `date.weekday()` does."""

    weekday: int
    at: time

    NOTATION: ClassVar[str] = "Weekday HH:MM, such as Friday 18:00"

    @classmethod
    def parse(cls, text: str) -> Self:
        name, _, clock = text.partition(" ")
        if name not in WEEKDAYS:
            raise NotationError(cls.NOTATION)
        try:
            return cls(WEEKDAYS.index(name), read_clock(clock))
        except NotationError:
            raise NotationError(cls.NOTATION) from None

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]} {clock_text(self.at)}"
