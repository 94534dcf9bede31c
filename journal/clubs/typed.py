"""A club in one line, as people write it: «Шахматы, вт и чт 14:00–15:00, каб. 12». Pure."""

import re
from dataclasses import dataclass
from datetime import time

from journal.errors import InvalidError

LONGEST = 80
DAILY = (1, 2, 3, 4, 5)
# The beginnings by which a weekday is known; the short ones stand alone.
_DAYS = (
    (("понедельник", "monday"), ("пн", "mon")),
    (("вторник", "tuesday"), ("вт", "tue")),
    (("сред", "wednesday"), ("ср", "wed")),
    (("четверг", "thursday"), ("чт", "thu")),
    (("пятниц", "friday"), ("пт", "fri")),
    (("суббот", "saturday"), ("сб", "sat")),
)
_EVERY_DAY = re.compile(r"\b(?:ежедневно|кажд\w+ день|daily|every day)\b", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:\bс\s+|\bfrom\s+)?\b(\d{1,2})[:.](\d{2})\s*(?:[-–—]|до\b|to\b)\s*(\d{1,2})[:.](\d{2})\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = " ,.;:–—-"
_JOINING = re.compile(r"(?:\s|[,;.–—-]|\b(?:по|и|on|and)\b)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    title: str
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    place: str | None = None


def read(text: str) -> Typed:
    """Title, weekdays, hours, place; what follows the hours is the place.

    Raises `InvalidError` with `club_hours`, `club_weekdays`, `club_title` or `club_long`.
    """
    line = " ".join(text.split())
    hours = _HOURS.search(line)
    starts, ends = _times(hours)
    if hours is None or starts is None or ends is None or starts >= ends:
        raise InvalidError("club_hours")
    title, weekdays = _days(line[: hours.start()])
    place = line[hours.end() :].strip(_AROUND)
    if not weekdays:
        raise InvalidError("club_weekdays")
    if not title:
        raise InvalidError("club_title")
    if max(len(title), len(place)) > LONGEST:
        raise InvalidError("club_long", limit=LONGEST)
    return Typed(title, weekdays, starts, ends, place or None)


def _times(hours: re.Match[str] | None) -> tuple[time | None, time | None]:
    if hours is None:
        return None, None
    first, first_minute, last, last_minute = map(int, hours.groups())
    try:
        return time(first, first_minute), time(last, last_minute)
    except ValueError:
        return None, None


def _days(before: str) -> tuple[str, tuple[int, ...]]:
    """The title, which ends where the first weekday is named, and the weekdays."""
    every = _EVERY_DAY.search(before)
    if every is not None:
        return _JOINING.sub("", before[: every.start()]).strip(_AROUND), DAILY
    found = [(word.start(), day) for word in _WORD.finditer(before) if (day := _weekday(word.group()))]
    if not found:
        return before.strip(_AROUND), ()
    days = tuple(sorted({day for _, day in found}))
    return _JOINING.sub("", before[: found[0][0]]).strip(_AROUND), days


def _weekday(word: str) -> int | None:
    lower = word.lower()
    for number, (beginnings, alone) in enumerate(_DAYS, 1):
        if lower in alone or lower.startswith(beginnings):
            return number
    return None
