"""A table as every format gives it: a header, then rows of cells with their numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import TypeAlias

from journal.imports.names import clean, fold
from journal.imports.problems import Code, Place
from journal.imports.staging import Staging


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that would have to be computed: it is reported, never evaluated."""

    text: str


Value: TypeAlias = "str | int | float | bool | date | datetime | time | Formula | None"


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` are numbered as the file's reader sees them; the header is among them."""

    file: str
    rows: Iterable[tuple[int, Sequence[Value]]]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column a reader wants: its title, the other titles it goes by, and whether it must be there."""

    field: str
    title: str
    others: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Where each wanted column stands in a table, and under what title."""

    row: int
    columns: Mapping[str, int]
    titles: Mapping[str, str]


def header_key(title: Value) -> str:
    """`E-mail`, `e_mail` and `EMail` are one header; a star marks a required one in our own templates."""
    if title is None:
        return ""
    return re.sub(r"[\s_\-*/\\]", "", fold(str(title)).replace("№", "номер"))


def match_header(
    row: int,
    cells: Sequence[Value],
    wanted: Sequence[Heading],
    staging: Staging,
    file: str,
    unused: frozenset[str] = frozenset(),
) -> Header | None:
    """Find the wanted columns in a header row, misspelt ones too, and report what is odd about it.

    `unused` are header keys that belong to the layout but are deliberately not read. None where a required
    column is missing (reported): such a table cannot be read.
    """
    known = {header_key(name): heading for heading in wanted for name in (heading.title, *heading.others)}
    columns: dict[str, int] = {}
    titles: dict[str, str] = {}
    unread = []
    for index, cell in enumerate(cells):
        heading = known.get(header_key(cell))
        if heading is None:
            if header_key(cell) and header_key(cell) not in unused:
                unread.append((index, clean(str(cell))))
        elif heading.field in columns:
            staging.warn(Code.HEADER_REPEATED, Place(file, row, clean(str(cell))))
        else:
            columns[heading.field], titles[heading.field] = index, clean(str(cell))
    for index, title in unread:
        heading = _guess(title, known, columns)
        if heading is None:
            staging.note(Code.HEADER_UNKNOWN, Place(file, row, title))
        else:
            staging.warn(Code.HEADER_GUESSED, Place(file, row, title), read_as=heading.title)
            columns[heading.field], titles[heading.field] = index, title
    missing = [heading for heading in wanted if heading.required and heading.field not in columns]
    for heading in missing:
        staging.error(Code.HEADER_MISSING, Place(file, row, heading.title))
    return None if missing else Header(row, columns, titles)


def likeness(cells: Sequence[Value], wanted: Sequence[Heading]) -> float:
    """Which share of the required columns a row names: 1.0 for a header, near 0 for anything else."""
    present = {header_key(cell) for cell in cells}
    required = [heading for heading in wanted if heading.required]
    found = sum(
        any(header_key(name) in present for name in (heading.title, *heading.others)) for heading in required
    )
    return found / max(len(required), 1)


def filled(rows: Iterable[tuple[int, Sequence[Value]]]) -> Iterator[tuple[int, Sequence[Value]]]:
    """The rows that hold anything at all."""
    for number, cells in rows:
        if any(cell not in (None, "") and str(cell).strip() for cell in cells):
            yield number, cells


def _guess(title: str, known: Mapping[str, Heading], taken: Mapping[str, int]) -> Heading | None:
    free = {key: heading for key, heading in known.items() if heading.field not in taken}
    close = get_close_matches(header_key(title)[:80], free, n=1, cutoff=0.82)
    return free[close[0]] if close else None
