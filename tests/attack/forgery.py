"""Every kind of button, found by itself and forged: own, foreign, impossible and stale values."""

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from math import prod
from types import NoneType
from typing import get_args
from zlib import crc32

import hypothesis
from aiogram.filters.callback_data import CallbackData
from annotated_types import Ge
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

import handlers
from tests.support.school import TODAY

# What is known of a field's objects: their ids by the field's name.
Ids = Mapping[str, Sequence[str]]

# What no object has for an id, and what no number is; several roles meet them in different places.
IMPOSSIBLE = ("0", "-1", str(2**31), str(2**63 - 1), str(2**63), "9" * 25, "-" + "9" * 25)
UNREADABLE = ("x", "", "1.5", "٣", "1e3", " 7", "+7", "1_0", "None", "0x1", "<b>", "😀")
DAYS = tuple(str(TODAY.toordinal() + step) for step in (0, 1, -7, -40, 400))
COUNTS = ("0", "1", "2", "7", "999")
TEXTS = ("", "oral", "<b>&", "ж" * 12, "a" * 40)
EARLIEST_DAY = 700_000

# Whatever else may stand in a button.
GARBAGE = (
    "",
    ":",
    "::::",
    "\x00",
    "a\x00b",
    "\ufffd\ufffd\udce2",
    "at:\ud800:1:absent:1",
    "\u202e\u200b\u2066",
    "😀" * 16,
    "ж" * 32,
    "x" * 64,
    "x" * 5000,
    "home:",
    "home:1",
    "HOME",
    " home",
    "home\n",
    "{}",
    "'; DROP TABLE marks; --",
    "../../etc/passwd",
    "%s%s%n{0}{t}",
    "<b>&amp;</i>",
    ":" * 64,
    "1" * 64,
)


@cache
def classes() -> tuple[type[CallbackData], ...]:
    """Every kind of button of every area."""
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        import_module(found.name)
    made: set[type[CallbackData]] = set()
    waiting = list(CallbackData.__subclasses__())
    while waiting:
        cls = waiting.pop()
        waiting.extend(cls.__subclasses__())
        if cls.__module__.startswith("handlers."):
            made.add(cls)
    return tuple(sorted(made, key=lambda cls: cls.__prefix__))


@dataclass(frozen=True, slots=True)
class Field:
    """What a field of a button may be given: values that may well exist, and values that cannot."""

    likely: tuple[str, ...]
    odd: tuple[str, ...]
    # An enum or a flag: all of its values stand in `likely`.
    closed: bool = False


def forged(cls: type[CallbackData], ids: Ids, turn: int) -> Iterator[str]:
    """Buttons of one kind: each member of its enums with likely ids, then one odd value at a time.

    `turn` shifts the values against each other, so that the roles of a sweep meet different pairs.
    """
    fields = [_field(name, info, ids) for name, info in cls.model_fields.items()]
    if not fields:
        yield from (_pack(cls, []), _pack(cls, ["1"]))
        return
    rows = max(len(field.likely) for field in fields)
    for row in range(max(rows, prod(len(field.likely) for field in fields if field.closed))):
        yield _pack(cls, _likely(fields, row, turn))
    for row in range(len(IMPOSSIBLE) + 1):
        values = _likely(fields, row, turn)
        place = (row + turn) % len(fields)
        odd = fields[place].odd
        values[place] = odd[(row + turn // len(fields)) % len(odd)]
        yield _pack(cls, values)
    values = _likely(fields, turn, turn)
    yield _pack(cls, values[:-1])
    yield _pack(cls, [*values, "1"])


def mutants(seeds: Sequence[str], many: int, seed: int) -> list[str]:
    """Buttons with parts changed, lost, doubled or taken from one another; the same for the same `seed`."""
    part = st.sampled_from([*IMPOSSIBLE, *UNREADABLE, *COUNTS]) | st.text(max_size=12)
    change = st.sampled_from(("put", "drop", "double", "swap", "cut"))
    found: list[str] = []

    @hypothesis.seed(seed)
    @settings(max_examples=many, database=None, deadline=None, phases=[Phase.generate])
    @given(st.sampled_from(seeds), change, st.integers(0, 9), part)
    def draw(button: str, change: str, place: int, part: str) -> None:
        found.append(_mutated(button, change, place, part))

    draw()
    return found


def _mutated(button: str, change: str, place: int, part: str) -> str:
    parts = button.split(":")
    place %= len(parts)
    if change == "put":
        parts[place] = part
    elif change == "drop":
        del parts[place]
    elif change == "double":
        parts.insert(place, parts[place])
    elif change == "swap":
        parts[place], parts[-1] = parts[-1], parts[place]
    else:
        return button[: len(button) * place // 10]
    return ":".join(parts)


def _pack(cls: type[CallbackData], values: Sequence[str]) -> str:
    return cls.__separator__.join([cls.__prefix__, *values])


def _likely(fields: Sequence[Field], row: int, turn: int) -> list[str]:
    """Each combination of the closed fields in its turn; the others go through their values side by side."""
    values, closed = [], row
    for place, field in enumerate(fields):
        if field.closed:
            values.append(field.likely[closed % len(field.likely)])
            closed = closed // len(field.likely) + turn
        else:
            values.append(field.likely[(row + place * turn) % len(field.likely)])
    return values


def _field(name: str, info: FieldInfo, ids: Ids) -> Field:
    kinds = get_args(info.annotation) or (info.annotation,)
    empty = ("",) if NoneType in kinds else ()
    if bool in kinds:
        return Field(("0", "1"), ("2", "yes", "None"), closed=True)
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Enum):
            return Field((*(str(member.value) for member in kind), *empty), UNREADABLE, closed=True)
    if str in kinds:
        return Field((*TEXTS, *empty), TEXTS)
    days = any(isinstance(mark, Ge) and int(str(mark.ge)) >= EARLIEST_DAY for mark in info.metadata)
    known = DAYS if days or name in ("day", "until") else tuple(ids.get(name, COUNTS))
    return Field((*known, *empty), (*IMPOSSIBLE, UNREADABLE[crc32(name.encode()) % len(UNREADABLE)]))
