"""TOML values into the parameters' types and back, led by the type hints of the groups."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from journal.regulation.bounds import Between
from journal.regulation.deadline import Deadline
from journal.regulation.notation import (
    CLOCK_NOTATION,
    SPAN_NOTATION,
    ClockWindow,
    DayWindow,
    NotationError,
    WeekMoment,
    YearDay,
    read_clock,
    read_span,
)
from journal.regulation.nouns import Noun
from journal.regulation.problems import nearest

NONE = "none"


class UnreadableError(ValueError):
    """A TOML value is not of its parameter's type; `at` is the place inside the value, if it has places."""

    def __init__(
        self, allowed: str, *, nearest: str = "", at: str = "", raw: Any = None, known: bool = True
    ) -> None:
        super().__init__(allowed)
        self.allowed, self.nearest, self.at, self.raw, self.known = allowed, nearest, at, raw, known

    def inside(self, key: str, raw: Any) -> "UnreadableError":
        """The same fault seen from the table that holds the value."""
        at = f"{key}.{self.at}" if self.at else key
        return UnreadableError(
            self.allowed, nearest=self.nearest, at=at, raw=self.raw if self.at else raw, known=self.known
        )


@cache
def hints(group: type) -> Mapping[str, Any]:
    """The fields of a group with their full type hints."""
    return get_type_hints(group, include_extras=True)


class Codec:
    """Reads values; `nouns` are the terms a school may name, its own included."""

    def __init__(self, nouns: Mapping[str, Noun]) -> None:
        self._nouns = nouns

    def read(self, hint: Any, raw: Any) -> Any:
        """`raw` from TOML as a value of `hint`; raises UnreadableError saying what is allowed."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._read_bounded(args, raw)
        if origin in (Union, types.UnionType):
            return self._read_one_of(args, raw)
        if origin in (frozenset, tuple):
            return self._read_list(origin, args[0], raw)
        if origin is Mapping:
            return self._read_mapping(args[1], raw)
        if hint is Noun:
            return self._read_noun(raw)
        if hint in _SCALARS or (isinstance(hint, type) and issubclass(hint, StrEnum)):
            return read_scalar(hint, raw)
        return self._read_table(hint, raw)

    def _read_bounded(self, args: tuple[Any, ...], raw: Any) -> Any:
        base, bounds = args
        allowed = f"a number from {bounds}"
        try:
            number = self.read(base, raw)
        except UnreadableError:
            raise UnreadableError(allowed) from None
        if isinstance(bounds, Between) and number not in bounds:
            raise UnreadableError(allowed)
        return number

    def _read_one_of(self, hints_: tuple[Any, ...], raw: Any) -> Any:
        if types.NoneType in hints_ and raw == NONE:
            return None
        allowed = []
        for hint in hints_:
            if hint is types.NoneType:
                allowed.append(NONE)
                continue
            try:
                return self.read(hint, raw)
            except UnreadableError as error:
                allowed.append(error.allowed)
        raise UnreadableError(" | ".join(allowed))

    def _read_list(self, kind: type, hint: Any, raw: Any) -> Any:
        if not isinstance(raw, list):
            raise UnreadableError(f"a list of: {described(hint)}")
        items = []
        for index, item in enumerate(raw):
            try:
                items.append(self.read(hint, item))
            except UnreadableError as error:
                raise error.inside(str(index + 1), item) from None
        return kind(items)

    def _read_mapping(self, hint: Any, raw: Any) -> Mapping[str, Any]:
        if not isinstance(raw, dict):
            raise UnreadableError("a table")
        found = {}
        for key, item in raw.items():
            try:
                found[key] = self.read(hint, item)
            except UnreadableError as error:
                raise error.inside(key, item) from None
        return types.MappingProxyType(found)

    def _read_table(self, group: type, raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise UnreadableError("a table")
        fields = hints(group)
        found = {}
        for key, item in raw.items():
            if key not in fields:
                raise UnreadableError(
                    " | ".join(fields), nearest=nearest(key, list(fields)), at=key, raw=item, known=False
                )
            try:
                found[key] = self.read(fields[key], item)
            except UnreadableError as error:
                raise error.inside(key, item) from None
        missing = [f.name for f in dataclasses.fields(group) if f.default is dataclasses.MISSING]
        if absent := [name for name in missing if name not in found]:
            raise UnreadableError(f"a table with: {', '.join(absent)}")
        return group(**found)

    def _read_noun(self, raw: Any) -> Noun:
        words = raw if isinstance(raw, list) and raw else [raw]
        for word in words:
            if not isinstance(word, str) or word not in self._nouns:
                close = nearest(str(word), list(self._nouns))
                raise UnreadableError("a noun of the dictionary, or one's own under [[noun]]", nearest=close)
        first, *also = (self._nouns[word] for word in words)
        return dataclasses.replace(first, also=tuple(also))


def read_scalar(hint: Any, raw: Any) -> Any:
    """A value written as one TOML scalar; raises UnreadableError."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _read_choice(hint, raw)
    type_, allowed, read = _SCALARS[hint]
    # TOML's true is a Python int, and its datetime a date.
    if type(raw) is not type_ and not (hint is Decimal and type(raw) is int):
        raise UnreadableError(allowed)
    try:
        return read(raw)
    except NotationError:
        raise UnreadableError(allowed) from None


def _read_choice(enum: type[StrEnum], raw: Any) -> StrEnum:
    values = [str(member) for member in enum]
    if raw in values and isinstance(raw, str):
        return enum(raw)
    raise UnreadableError(" | ".join(values), nearest=nearest(raw, values) if isinstance(raw, str) else "")


def _read_text(raw: str) -> str:
    if not raw.strip() or not raw.isprintable():
        raise NotationError(_TEXT)
    return raw


def _read_decimal(raw: Decimal | int) -> Decimal:
    # TOML has words for infinity and for no number at all.
    if not (number := Decimal(raw)).is_finite():
        raise NotationError
    return number


_TEXT = "a text of one line"
_SCALARS: dict[Any, tuple[type, str, Callable[[Any], Any]]] = {
    bool: (bool, "true | false", bool),
    int: (int, "a whole number", int),
    Decimal: (Decimal, "a number", _read_decimal),
    str: (str, _TEXT, _read_text),
    date: (date, "a date, such as 2026-09-01", lambda raw: raw),
    time: (str, CLOCK_NOTATION, read_clock),
    timedelta: (str, SPAN_NOTATION, read_span),
    **{
        kind: (str, kind.NOTATION, kind.parse)
        for kind in (Deadline, YearDay, DayWindow, ClockWindow, WeekMoment)
    },
}


def described(hint: Any) -> str:
    """What may be written for a value of `hint`, in a few words."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return f"a number from {args[1]}"
    if origin in (Union, types.UnionType):
        return " | ".join(NONE if part is types.NoneType else described(part) for part in args)
    if origin in (frozenset, tuple):
        return f"a list of: {described(args[0])}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return " | ".join(hint)
    return _SCALARS[hint][1] if hint in _SCALARS else "a table"
