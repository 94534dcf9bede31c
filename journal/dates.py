"""Dates as people type them: `31.01.2000`, `31 января 2000`, `31/1/00`, `2000-01-31`, `31 янв 2000`. Pure."""

import re
from collections.abc import Callable
from datetime import date

# Three letters tell the months apart; May is «май» and «мая».
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"(\d{1,2})[\s.,/\\-]+(\d{1,2})[\s.,/\\-]+(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[\s.,/\\-]+(\d{1,2})[\s.,/\\-]+(\d{1,2})")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})(?:-?го|-?е|st|nd|rd|th)?[\s.,]*([а-яa-z]{3,})[\s.,]*(\d{4}|\d{2})")
_BEGINNING = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./](?P<year>\d{4}|\d{2}))?(?![\d:])")
_BEGINNING_IN_WORDS = re.compile(
    r"\d{1,2}(?:-?го|-?е|st|nd|rd|th)?\s+[а-яa-z]{3,}(?:\s+(?P<year>\d{4})(?:\s*г\b\.?)?)?"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,})[\s.]*(\d{1,2})(?:st|nd|rd|th)?[\s,.]+(\d{4}|\d{2})")
_TAIL = re.compile(r"\s*(?:г|г\.|год|года|году)\s*\.?$")


def read_past_date(typed: str, today: date) -> date | None:
    """The day that was meant, not after `today`; None where it is unclear or no calendar shows it.

    Day before month, as Russians write; a year of two digits is the latest that lies in the past.
    """
    found = _read(typed, lambda year, month, day: _past_year(year, month, day, today))
    return found if found is not None and found <= today else None


def read_date(typed: str, today: date) -> date | None:
    """The day that was meant, past or to come; a year of two digits is of this century."""
    return _read(typed, lambda year, *_: year + today.year - today.year % 100)


def coming_date(line: str, today: date) -> tuple[date, str] | None:
    """The day a line begins with, and the rest of the line; without a year it is the next such day.

    None where the line begins with no day that a calendar shows.
    """
    text = line.strip().casefold().replace("ё", "е")
    found = _BEGINNING.match(text) or _BEGINNING_IN_WORDS.match(text)
    if found is None:
        return None
    rest = line.strip()[found.end() :]
    if found["year"]:
        day = read_date(found[0], today)
        return (day, rest) if day is not None else None
    for year in (today.year, today.year + 1):
        coming = read_date(f"{found[0]} {year}", today)
        if coming is not None and (coming >= today or year > today.year):
            return coming, rest
    return None


def _read(typed: str, full_year: Callable[[int, int, int], int]) -> date | None:
    parts = _parts(_TAIL.sub("", typed.strip().casefold().replace("ё", "е")))
    if parts is None:
        return None
    day, month, year = parts
    try:
        return date(int(year) if len(year) == 4 else full_year(int(year), month, day), month, day)
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, str] | None:
    if match := _ISO.fullmatch(text):
        return int(match[3]), int(match[2]), match[1]
    if match := _NUMBERS.fullmatch(text) or _SOLID.fullmatch(text):
        return int(match[1]), int(match[2]), match[3]
    if match := _WORDS.fullmatch(text):
        return int(match[1]), _month(match[2]), match[3]
    if match := _MONTH_FIRST.fullmatch(text):
        return int(match[2]), _month(match[1]), match[3]
    return None


def _month(word: str) -> int:
    """The number of a month by its name in any case, 0 for no month."""
    for number, (russian, english) in enumerate(zip(_MONTHS, _ENGLISH, strict=True), 1):
        if word.startswith((russian, english)) and (russian != "ма" or word in ("май", "мая", "may")):
            return number
    return 0


def _past_year(year: int, month: int, day: int, today: date) -> int:
    recent = today.year - today.year % 100 + year
    return recent if (recent, month, day) <= (today.year, today.month, today.day) else recent - 100
