"""One row of a table read field by field, in types; what cannot be read is reported and spoils the row."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import TypeVar

from journal.imports.formats.tables import Formula, Header, Value
from journal.imports.names import clean, fold
from journal.imports.problems import Code, Place
from journal.imports.staging import Staging

V = TypeVar("V")

_DMY = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: г\.?)?$")
_YMD = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_CLOCK = re.compile(r"^(\d{1,2})[:.\-](\d{2})(?::\d{2})?$")
# Excel counts days from here; dates of living people and school years lie between these counts.
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(7_000, 80_000)
_YEARS = range(1900, 2101)


class Record:
    """The cells of one row under their fields. `sound` turns false with the first error."""

    def __init__(self, staging: Staging, file: str, row: int, header: Header, cells: Sequence[Value]) -> None:
        self.place = Place(file, row)
        self.sound = True
        self._staging = staging
        self._header = header
        self._cells = cells

    def at(self, field: str) -> Place:
        return self.place.at(self._header.titles.get(field, field))

    def fail(self, code: Code, field: str, **params: object) -> None:
        """Report an error in a field: the row is left out."""
        self.sound = False
        self._staging.error(code, self.at(field), **params)

    def text(self, field: str, *, required: bool = False, limit: int = 200) -> str | None:
        value = self._value(field)
        said = _as_text(value)
        if not said:
            self._missing(field, required)
            return None
        if len(said) > limit:
            self.fail(Code.VALUE_TOO_LONG, field, limit=limit)
            return None
        return said

    def names(self, field: str, *, limit: int = 100) -> tuple[str, ...]:
        """The parts of a cell that lists several things by commas or semicolons."""
        said = self.text(field, limit=4_000) or ""
        parts = [part for part in (clean(part) for part in re.split(r"[,;]", said)) if part]
        if len(parts) > limit:
            self.fail(Code.VALUE_TOO_LONG, field, limit=limit)
            return ()
        return tuple(dict.fromkeys(parts))

    def date(self, field: str, *, required: bool = False) -> date | None:
        value = self._value(field)
        if value in (None, "") or (isinstance(value, str) and not clean(value)):
            self._missing(field, required)
            return None
        read = _as_date(value)
        if read is None:
            self.fail(Code.VALUE_NOT_DATE, field, value=_shown(value))
        elif read.year not in _YEARS:
            self.fail(Code.VALUE_OUT_OF_RANGE, field, value=_shown(value))
            return None
        return read

    def time(self, field: str, *, required: bool = False) -> time | None:
        value = self._value(field)
        if value in (None, "") or (isinstance(value, str) and not clean(value)):
            self._missing(field, required)
            return None
        read = _as_time(value)
        if read is None:
            self.fail(Code.VALUE_NOT_TIME, field, value=_shown(value))
        return read

    def number(
        self, field: str, low: Decimal | int, high: Decimal | int, *, required: bool = False
    ) -> Decimal | None:
        """A number between `low` and `high`, with a comma or a point, to the hundredth."""
        said = _as_text(self._value(field))
        if not said:
            self._missing(field, required)
            return None
        try:
            read = Decimal(said.replace(",", ".").replace(" ", ""))
        except InvalidOperation:
            read = Decimal("NaN")
        if not read.is_finite():
            self.fail(Code.VALUE_NOT_NUMBER, field, value=_shown(said))
            return None
        if not low <= read <= high:
            self.fail(Code.VALUE_OUT_OF_RANGE, field, value=_shown(said), low=low, high=high)
            return None
        return read.quantize(Decimal("0.01"))

    def whole(self, field: str, low: int, high: int, *, required: bool = False) -> int | None:
        read = self.number(field, low, high, required=required)
        if read is not None and read != int(read):
            self.fail(Code.VALUE_NOT_NUMBER, field, value=str(read))
            return None
        return None if read is None else int(read)

    def choice(self, field: str, choices: Mapping[str, V], *, required: bool = False) -> V | None:
        """One of the words of `choices` (folded), in whatever case; the nearest word is offered otherwise."""
        said = self.text(field, required=required)
        if said is None:
            return None
        if fold(said) in choices:
            return choices[fold(said)]
        near = get_close_matches(fold(said), choices, n=1)
        self.fail(Code.VALUE_UNKNOWN, field, value=_shown(said), nearest=near[0] if near else None)
        return None

    def _value(self, field: str) -> Value:
        index = self._header.columns.get(field)
        value = self._cells[index] if index is not None and index < len(self._cells) else None
        if isinstance(value, Formula):
            self.fail(Code.FORMULA, field)
            return None
        return value

    def _missing(self, field: str, required: bool) -> None:
        if required and self.sound:
            self.fail(Code.VALUE_MISSING, field)


def _shown(value: Value) -> str:
    return str(value)[:60]


def _as_text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        return f"{value:%d.%m.%Y}"
    return clean(str(value)) if value is not None else ""


def _as_date(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool | time):
        return None
    if isinstance(value, int | float):
        return _EXCEL_EPOCH + timedelta(days=int(value)) if int(value) in _EXCEL_DAYS else None
    said = clean(str(value))
    if found := _DMY.match(said):
        day, month, year = map(int, found.groups())
    elif found := _YMD.match(said):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _as_time(value: Value) -> time | None:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, float) and 0 <= value < 1:
        minutes = round(value * 24 * 60)
        return time(minutes // 60 % 24, minutes % 60)
    found = _CLOCK.match(_as_text(value))
    if not found:
        return None
    hour, minute = map(int, found.groups())
    return time(hour, minute) if hour < 24 and minute < 60 else None
