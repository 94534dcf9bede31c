"""Single days in a sentence: «завтра», «в пятницу», `15.10`, «15 октября», «через три дня»."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journal.model.span import week_of
from journal.words.days import vocabulary as v
from journal.words.tokens import begins

LEAP_YEAR = 2028
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, and the places of the words that name it, one after another."""

    day: date
    first: int
    last: int


def points(words: tuple[str, ...], today: date, *, ahead: bool) -> Iterator[Point]:
    """The days that are named, in the order in which they stand."""
    place = 0
    while place < len(words):
        point = _at(words, place, today, ahead)
        if point is not None:
            yield point
            place = point.last
        place += 1


def _at(words: tuple[str, ...], place: int, today: date, ahead: bool) -> Point | None:
    return (
        _relative(words, place, today)
        or _shifted(words, place, today)
        or _written(words, place, today)
        or _of_month(words, place, today, ahead)
        or _weekday(words, place, today, ahead)
    )


def _relative(words: tuple[str, ...], place: int, today: date) -> Point | None:
    if words[place : place + 3] == ("day", "after", "tomorrow"):
        return Point(today + 2 * DAY, place, place + 2)
    if words[place : place + 2] in v.PARTS_OF_TODAY:
        return Point(today, place, place + 1)
    for said, shift in v.RELATIVE:
        if begins(words[place], said):
            return Point(today + shift * DAY, place, place)
    return None


def _shifted(words: tuple[str, ...], place: int, today: date) -> Point | None:
    """«Через неделю», «через 2 дня», «неделю назад», «три дня назад»."""
    sign, at = (1, place + 1) if words[place] in v.IN else (-1, place)
    count, at = (number_of(words[at]), at + 1) if at < len(words) and number_of(words[at]) else (1, at)
    unit = _unit(words[at]) if at < len(words) else None
    if unit is None or count is None:
        return None
    if sign > 0:
        return Point(today + count * unit, place, at)
    if at + 1 < len(words) and words[at + 1] in v.AGO:
        return Point(today - count * unit, place, at + 1)
    return None


def _unit(word: str) -> timedelta | None:
    return DAY if begins(word, v.DAY) else WEEK if begins(word, v.WEEK) else None


def number_of(word: str) -> int | None:
    """`3`, «три»; not the number of a year."""
    return int(word) if word.isdecimal() and len(word) < 3 else v.NUMBERS.get(word)


def _written(words: tuple[str, ...], place: int, today: date) -> Point | None:
    """`15.10`, `15/10/2026`, `2026-10-15`."""
    word = words[place]
    if word.count("-") == 2:
        year, month, day = (int(part) for part in word.split("-"))
        found = dated(year, month, day)
    elif ("." in word or "/" in word) and not _decimal(words, place):
        day, month, *rest = (int(part) for part in word.replace("/", ".").split("."))
        found = nearest(day, month, today) if not rest else dated(_full(rest[0], today), month, day)
    else:
        return None
    return Point(found, place, place) if found else None


def _decimal(words: tuple[str, ...], place: int) -> bool:
    """«Выше 4.5» is an average, «на 4.5» a day."""
    before = words[place - 1] if place else ""
    return len(words[place]) == len("4.5") and before not in ("на", "за", "с", "до", "по", "on", "from", "to")


def _of_month(words: tuple[str, ...], place: int, today: date, ahead: bool) -> Point | None:
    """«15 октября», «пятнадцатого октября», «15-го», «10 числа», `October 15`."""
    following = words[place + 1] if place + 1 < len(words) else ""
    if (month := month_of(words[place])) is not None:
        day = number_of(following)
        found = nearest(day, month, today) if day else None
        # «В октябре 3 пропуска» is no date: only English puts the day last.
        return Point(found, place, place + 1) if found and words[place].isascii() else None
    number = day_number(words[place])
    if number is None or any(begins(word, v.COUNTED) for word in words[place + 1 : place + 3]):
        return None
    skip = 1 if following in ("го", "е", "ое", "th", "st", "nd", "rd", "of", "числа", "число") else 0
    after = words[place + 1 + skip] if place + 1 + skip < len(words) else ""
    if (month := month_of(after)) is not None:
        found = nearest(number, month, today)
        return Point(found, place, place + 1 + skip) if found else None
    if skip or begins(following, ("числ",)):
        found = _in_month(number, today, ahead)
        return Point(found, place, place + 1) if found else None
    return None


def impossible_in(words: tuple[str, ...]) -> str | None:
    """A day that no calendar has, as it was said: «31 февраля», `45.10`; None where there is none."""
    for place, word in enumerate(words):
        month = month_of(words[place + 1]) if place + 1 < len(words) else None
        if month is not None and word.isdecimal() and not _ever(word, month):
            return f"{word} {words[place + 1]}"
        day, dot, rest = word.partition(".")
        if dot and not _decimal(words, place) and not _ever(day, int(rest.partition(".")[0])):
            return word
    return None


def _ever(day: str, month: int) -> bool:
    """Whether any year has that day; a number of a year is no day."""
    return len(day) > 2 or dated(LEAP_YEAR, month, int(day)) is not None


def day_number(word: str) -> int | None:
    """The day of a month in figures or in words."""
    if word.isdecimal():
        return int(word) if len(word) < 3 else None
    return next((n for n, stem in enumerate(v.DAYS_IN_WORDS, 1) if word.startswith(stem)), None)


def month_of(word: str) -> int | None:
    return next((n for n, names in enumerate(v.MONTHS, 1) if begins(word, names)), None)


def _in_month(number: int, today: date, ahead: bool) -> date | None:
    """That day of this month, or of the next or the last one, towards where the question looks."""
    this = dated(today.year, today.month, number)
    if this is None or (this >= today if ahead else this <= today):
        return this
    other = today.replace(day=28) + 7 * DAY if ahead else today.replace(day=1) - DAY
    return dated(other.year, other.month, number)


def _weekday(words: tuple[str, ...], place: int, today: date, ahead: bool) -> Point | None:
    number = next((n for n, names in enumerate(v.WEEKDAYS) if begins(words[place], names)), None)
    if number is None or (
        words[place] == "ср" and begins("".join(words[place + 1 : place + 2]), ("бал", "оцен"))
    ):
        return None
    before = words[place - 1] if place else ""
    of_week = _week_after(words, place, today)
    if of_week is not None:
        return Point(week_of(of_week).first + number * DAY, place, place + 2)
    if begins(before, v.LAST):
        day = _back(today - DAY, number)
    elif begins(before, v.NEXT) and not begins(before, ("ближайш",)):
        day = week_of(today + WEEK).first + number * DAY
    elif begins(before, v.THIS):
        day = week_of(today).first + number * DAY
    else:
        day = _forth(today + DAY, number) if ahead else _back(today, number)
    return Point(day, place, place)


def _week_after(words: tuple[str, ...], place: int, today: date) -> date | None:
    """«В среду на следующей неделе», «во вторник прошлой недели»."""
    for at in (place + 1, place + 2):
        if at + 1 < len(words) and begins(words[at + 1], v.WEEK):
            shift = -WEEK if begins(words[at], v.LAST) else WEEK if begins(words[at], v.NEXT) else None
            if shift is not None:
                return today + shift
    return None


def nearest(day: int, month: int, today: date) -> date | None:
    """That day of the year in which it lies nearest to today."""
    years = (today.year - 1, today.year, today.year + 1)
    found = [made for year in years if (made := dated(year, month, day)) is not None]
    return min(found, key=lambda made: abs(made - today)) if found else None


def dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(year: int, today: date) -> int:
    return year if year > 99 else today.year - today.year % 100 + year


def _forth(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _back(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)
