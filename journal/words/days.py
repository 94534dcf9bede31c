"""Days in plain words: «на завтра», «в пятницу», «за неделю», «15 октября», «в октябре», `on Friday`.

Everything hangs on `today` and on which way the question looks: homework lies ahead, marks lie behind.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from journal.model.span import Span, week_of
from journal.words.tokens import begins

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONTH = timedelta(days=30)
SATURDAY = 5

_RELATIVE = {
    ("позавчера",): -2,
    ("вчера", "yesterday"): -1,
    ("сегодня", "today"): 0,
    ("послезавтра",): 2,
    ("завтра", "tomorrow"): 1,
}
_WEEKDAYS = (
    ("понедельник", "пн=", "monday", "mon="),
    ("вторник", "вт=", "tuesday", "tue="),
    ("сред", "ср=", "wednesday", "wed="),
    ("четверг", "чт=", "thursday", "thu="),
    ("пятниц", "пт=", "friday", "fri="),
    ("суббот", "сб=", "saturday", "sat="),
    ("воскресен", "вс=", "sunday", "sun="),
)
_MONTHS = (
    ("январ", "january", "jan="),
    ("феврал", "february", "feb="),
    ("март", "march", "mar="),
    ("апрел", "april", "apr="),
    ("май=", "мая=", "мае=", "may="),
    ("июн", "june", "jun="),
    ("июл", "july", "jul="),
    ("август", "august", "aug="),
    ("сентябр", "september", "sep="),
    ("октябр", "october", "oct="),
    ("ноябр", "november", "nov="),
    ("декабр", "december", "dec="),
)
# «средняя оценка» is no Wednesday, «мартовский» is rare enough.
_NO_WEEKDAY = ("средн",)
_WEEK_WORDS, _MONTH_WORDS = ("недел", "week"), ("месяц", "month")
_LAST, _NEXT, _THIS = ("прошл", "last="), ("следующ", "next="), ("эту=", "этой=", "эта=", "this=")


Found = tuple[Span, set[int]]


def span_of(words: tuple[str, ...], today: date, *, ahead: bool) -> Found | None:
    """The days that are named, and the places of the words that name them; None where none are."""
    readers: tuple[Callable[[tuple[str, ...], date, bool], Found | None], ...] = (
        _relative,
        _written,
        _day_of_month,
        _weekday,
        _week,
        _whole_month,
        _recent_month,
    )
    for read in readers:
        if (found := read(words, today, ahead)) is not None:
            return found
    return None


def _relative(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    for place, word in enumerate(words):
        for said, shift in _RELATIVE.items():
            if begins(word, said):
                return _one(today + timedelta(days=shift), {place})
    return None


def _written(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    """`15.10`, `15/10/2026`."""
    for place, word in enumerate(words):
        parts = word.replace("/", ".").split(".")
        if len(parts) > 1:
            day, month, *year = (int(part) for part in parts)
            found = _nearest(day, month, today) if not year else _dated(_full(year[0], today), month, day)
            if found is not None:
                return _one(found, {place})
    return None


def _day_of_month(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    """`15 октября`, `October 15`."""
    for place, word in enumerate(words):
        month = _month(word)
        if month is None:
            continue
        for beside in (place - 1, place + 1):
            if 0 <= beside < len(words) and words[beside].isdecimal():
                found = _nearest(int(words[beside]), month, today)
                if found is not None:
                    return _one(found, {place, beside})
    return None


def _weekday(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    for place, word in enumerate(words):
        number = next((n for n, names in enumerate(_WEEKDAYS) if begins(word, names)), None)
        if number is None or begins(word, _NO_WEEKDAY):
            continue
        before = words[place - 1] if place else ""
        if begins(before, _LAST):
            return _one(_back(today - DAY, number), {place, place - 1})
        if begins(before, _NEXT):
            return _one(week_of(today + WEEK).first + timedelta(days=number), {place, place - 1})
        return _one(_forth(today + DAY, number) if ahead else _back(today, number), {place})
    return None


def _week(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    for place, word in enumerate(words):
        if not begins(word, _WEEK_WORDS):
            continue
        before, used = (words[place - 1] if place else ""), {place, place - 1}
        if begins(before, _LAST):
            return week_of(today - WEEK), used
        if begins(before, _NEXT):
            return week_of(today + WEEK), used
        if begins(before, _THIS):
            return week_of(today), used
        if ahead:
            # At the weekend the week at hand is the coming one.
            return week_of(today if today.weekday() < SATURDAY else today + WEEK), {place}
        return Span(today - WEEK + DAY, today), {place}
    return None


def _whole_month(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    for place, word in enumerate(words):
        month = _month(word)
        if any(beside.isdecimal() for beside in words[max(0, place - 1) : place + 2]):
            # «31 февраля» names a day that is none, not a month.
            continue
        first = _nearest(1, month, today) if month is not None else None
        if first is not None:
            return Span(first, first.replace(day=monthrange(first.year, first.month)[1])), {place}
    return None


def _recent_month(words: tuple[str, ...], today: date, ahead: bool) -> Found | None:
    for place, word in enumerate(words):
        if begins(word, _MONTH_WORDS):
            return (Span(today, today + MONTH) if ahead else Span(today - MONTH, today)), {place}
    return None


def _month(word: str) -> int | None:
    return next((n for n, names in enumerate(_MONTHS, 1) if begins(word, names)), None)


def _nearest(day: int, month: int, today: date) -> date | None:
    """That day of the year in which it lies nearest to today."""
    years = (today.year - 1, today.year, today.year + 1)
    found = [made for year in years if (made := _dated(year, month, day)) is not None]
    return min(found, key=lambda made: abs(made - today)) if found else None


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(year: int, today: date) -> int:
    return year if year > 99 else today.year - today.year % 100 + year


def _one(day: date, places: set[int]) -> Found:
    return Span(day, day), places


def _forth(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _back(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)
