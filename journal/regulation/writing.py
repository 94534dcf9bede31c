"""Typed values back into TOML: what `codec` reads, this writes."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from journal.regulation.codec import NONE
from journal.regulation.deadline import Deadline
from journal.regulation.notation import ClockWindow, DayWindow, WeekMoment, YearDay, clock_text, span_text
from journal.regulation.nouns import Noun


def raw(value: Any) -> Any:
    """The TOML value that reads back as `value`; a dataclass leaves out what stands at its default."""
    for kinds, write in _WRITERS:
        if isinstance(value, kinds):
            return write(value)
    return {
        field.name: raw(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if getattr(value, field.name) != field.default
    }


def _noun(noun: Noun) -> Any:
    return [str(noun), *map(str, noun.also)] if noun.also else str(noun)


def _set(members: frozenset[StrEnum]) -> list[str]:
    """In the order of the enum, so that the same set is always written alike."""
    order = [member for one in list(members)[:1] for member in type(one)]
    return [str(member) for member in order if member in members]


_WRITERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (type(None), lambda _: NONE),
    (StrEnum, str),
    ((bool, int, str, Decimal, date), lambda value: value),
    (time, clock_text),
    (timedelta, span_text),
    (Noun, _noun),
    (frozenset, _set),
    (tuple, lambda items: [raw(item) for item in items]),
    (Mapping, lambda table: {name: raw(item) for name, item in table.items()}),
    ((Deadline, YearDay, DayWindow, ClockWindow, WeekMoment), str),
)


def text(value: Any) -> str:
    """A raw value as TOML text on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(text, value))}]"
    if isinstance(value, dict):
        inside = ", ".join(f"{key(name)} = {text(item)}" for name, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return str(value)


def key(name: str) -> str:
    """A TOML key, quoted unless it may stand bare."""
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else _quoted(name)


def _quoted(value: str) -> str:
    """A basic TOML string; whatever is not printable is written as its code point."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in escaped) + '"'
