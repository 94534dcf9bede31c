"""Texts, dates and numbers in a reader's language."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from locales.abbreviations import written_out
from locales.catalogue import DEFAULT, LOCALES, translations

_AT_THE_END = re.compile(r"\{(\w+)\}\.(?!\.)")


class Texts:
    """Speaks one locale. Call it with a whole English sentence and named placeholders.

    A result is plain text, to be escaped at the edge; where a placeholder is given `Markup`, the sentence is
    escaped around it and the result is `Markup` too. `{term.…}` is filled from the school's own words.
    `large` texts are for whoever finds abbreviations hard: days and words are written out.
    """

    def __init__(self, locale: str = DEFAULT, terms: Any = None, *, large: bool = False) -> None:
        self.locale = locale if locale in LOCALES else DEFAULT
        self.terms = terms
        self.large = large
        self._catalogue = translations(self.locale)

    def __call__(self, sentence: str, /, **params: Any) -> str:
        return self._fill(self._catalogue.gettext(sentence), params)

    def plural(self, one: str, many: str, count: int, /, **params: Any) -> str:
        """The form that goes with `count`, which is also the placeholder `{count}`."""
        return self._fill(self._catalogue.ngettext(one, many, count), {"count": count, **params})

    def context(self, context: str, sentence: str, /, **params: Any) -> str:
        """A sentence whose meaning depends on where it stands."""
        return self._fill(self._catalogue.pgettext(context, sentence), params)

    def _fill(self, sentence: str, params: dict[str, Any]) -> str:
        if self.large:
            sentence = written_out(sentence, self.locale)
        if "{" not in sentence:
            return sentence
        sentence = _AT_THE_END.sub(lambda found: _ended(found, params), sentence)
        if any(isinstance(value, Markup) for value in params.values()):
            return escape(sentence).format(term=self.terms, **params)
        return sentence.format(term=self.terms, **params)

    def typed(self, words: str) -> str:
        """Words that the school typed: `каб. 12`, `кабинет 12` in large texts."""
        return written_out(words, self.locale) if self.large else words

    def day(self, day: date) -> str:
        """`14 октября`."""
        return _dated(day, "d MMMM", self.locale)

    def days(self, first: date, last: date) -> str:
        """`12–18 октября`, `28 октября – 3 ноября`; with their years where there are two of them."""
        if first == last:
            return self.day(first)
        if first.year != last.year:
            whole = (_dated(day, "d MMMM y", self.locale) for day in (first, last))
            return " – ".join(whole)
        if first.month == last.month:
            return f"{first.day}–{self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"

    def short_day(self, day: date) -> str:
        """`14.10`; written out in large texts."""
        return self.day(day) if self.large else day.strftime("%d.%m")

    def full_day(self, day: date) -> str:
        """`14.10.2026`, as it is also typed."""
        return day.strftime("%d.%m.%Y")

    def weekday(self, day: date) -> str:
        """`среда, 14 октября`."""
        return f"{self.weekday_name(day)}, {self.day(day)}"

    def weekday_name(self, day: date) -> str:
        """`среда`."""
        return _dated(day, "EEEE", self.locale)

    def weekday_for(self, day: date) -> str:
        """`среду, 14 октября`, as it stands after «на»."""
        name = self.weekday_name(day)
        if self.locale == "ru" and name.endswith("а"):
            name = f"{name[:-1]}у"
        return f"{name}, {self.day(day)}"

    def short_weekday(self, day: date) -> str:
        """`ср`; `среда` in large texts."""
        return _dated(day, "cccc" if self.large else "ccc", self.locale)

    def month(self, day: date) -> str:
        """`окт.`: the month of a day, in as few letters as its language knows."""
        return _dated(day, "LLL", self.locale)

    def month_name(self, day: date) -> str:
        """`октябрь`."""
        return _dated(day, "LLLL", self.locale)

    def dated(self, day: date) -> str:
        """`ср 14.10`."""
        return f"{self.short_weekday(day)} {self.short_day(day)}"

    def clock(self, moment: datetime | time, zone: tzinfo | None = None) -> str:
        """`10:40`, of an instant in the school's zone or of a wall-clock time."""
        if isinstance(moment, datetime):
            moment = moment.astimezone(zone).time()
        return _timed(moment, self.locale)

    def number(self, value: Decimal | float, digits: int = 1) -> str:
        """`4,6`: at most `digits` decimal places."""
        return _decimal(value, digits, self.locale)

    def average(self, value: Decimal | float) -> str:
        """`4,33`: the mean of marks, in the same digits wherever it stands."""
        return self.number(value, 2)

    def listing(self, items: Iterable[str]) -> str:
        """`Иванов, Петров и Сидорова`."""
        return format_list(list(items), locale=self.locale)


@lru_cache(1000)
def _decimal(value: Decimal | float, digits: int, locale: str) -> str:
    # Averages have some hundred values; a summary of thousands of children formats each again and again.
    return format_decimal(value, f"#,##0.{'#' * digits}", locale=locale)


@lru_cache(2000)
def _dated(day: date, pattern: str, locale: str) -> str:
    # Everybody looks at the days around today, each page at several of them.
    return format_date(day, pattern, locale=locale)


@lru_cache(2000)
def _timed(moment: time, locale: str) -> str:
    return format_time(moment, "H:mm", locale=locale)


def _ended(found: re.Match[str], params: dict[str, Any]) -> str:
    """`{name}.` without its full stop where what stands there brings one: `Белова М. И.`"""
    return found[0][:-1] if str(params.get(found[1], "")).endswith((".", "…")) else found[0]
