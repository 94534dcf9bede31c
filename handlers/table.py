"""A table of a screen: one description, shown natively where the messenger can, else said line by line."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape


class Tables(StrEnum):
    """How screens with tables are shown."""

    AUTO = "auto"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title; a `short` one holds figures or signs and is centred."""

    title: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what stands in its cells, and the same on one line of text.

    A row of a single cell goes across all columns.
    """

    said: Markup
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`key` precedes the lines of the text, where they cannot be read without the columns' titles."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    key: Markup | None = None

    @property
    def text(self) -> Markup:
        """The table for whoever gets it as a text: nothing of its cells is left out."""
        said = [line.said for line in self.lines]
        return Markup("\n").join(said if self.key is None else [self.key, *said])

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns in which something stands."""
        rows = [line.cells for line in self.lines if not across(line)]
        return tuple(n for n in range(len(self.columns)) if any(cells[n] for cells in rows))


def line(said: str, *cells: str) -> Line:
    """A row; plain strings are escaped, `Markup` stays."""
    return Line(escape(said), cells)


def note(said: str) -> Line:
    """A row across all columns, e.g. the topic under its lesson."""
    return Line(escape(said), (said,))


def across(row: Line) -> bool:
    return len(row.cells) == 1
