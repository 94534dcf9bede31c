"""An event in one line, as people write it: «23.10 18:30 Родительское собрание, каб. 214». Pure."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from journal.dates import coming_date
from journal.errors import InvalidError

LONGEST = 120
# A plan for a school year looks no further; a day of last week without a year is no day of the next one.
AHEAD = timedelta(days=300)
_HOUR = re.compile(r"^(?:в\s+|at\s+)?(\d{1,2})[:.](\d{2})\b[\s,.;:–—-]*", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"[,;.\s]+(?:отв|ответственн\w*|resp|responsible)\b[.:\s]+(?P<who>.+)$", re.IGNORECASE
)
_AROUND = " ,.;:–—-"
# A line that ends with a place and names nothing else: «каб. 214», «room 5».
_PLACE = re.compile(r"^(?:в\s+|in\s+)?(?:каб|ауд|акт|зал|спорт|столов|библ|room|hall)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    day: date
    title: str
    starts: time | None = None
    place: str | None = None
    responsible: str | None = None


def read(text: str, today: date, *, title: str = "") -> Typed:
    """Day, hour, title, place after the last comma, «отв. …» at the end; only day and title are needed.

    `title` stands where the line names none but, perhaps, a place. A day without a year is the next one.
    Raises `InvalidError` with `event_day`, `event_past`, `event_hour`, `event_title` or `event_long`.
    """
    found = coming_date(" ".join(text.split()), today)
    if found is None:
        raise InvalidError("event_day")
    day, rest = found
    if not today <= day <= today + AHEAD:
        raise InvalidError("event_past")
    starts, rest = _hour(rest.lstrip(_AROUND))
    rest, responsible = _responsible(rest)
    named, place = _place(rest)
    if title and place is None and _PLACE.match(named):
        named, place = "", named
    if not (named or title):
        raise InvalidError("event_title")
    if max(len(named), len(place or ""), len(responsible or "")) > LONGEST:
        raise InvalidError("event_long", limit=LONGEST)
    return Typed(day, named or title, starts, place, responsible)


def _hour(rest: str) -> tuple[time | None, str]:
    found = _HOUR.match(rest)
    if found is None:
        return None, rest
    try:
        return time(int(found[1]), int(found[2])), rest[found.end() :]
    except ValueError:
        raise InvalidError("event_hour") from None


def _responsible(rest: str) -> tuple[str, str | None]:
    found = _RESPONSIBLE.search(rest)
    if found is None:
        return rest, None
    return rest[: found.start()], found["who"].strip(" ,;") or None


def _place(rest: str) -> tuple[str, str | None]:
    """The title, and what stands after its last comma; «каб. 214» keeps its dot."""
    title, comma, place = rest.rpartition(",")
    if not comma or not title.strip(_AROUND):
        return rest.strip(_AROUND), None
    return title.strip(_AROUND), place.strip(_AROUND) or None
