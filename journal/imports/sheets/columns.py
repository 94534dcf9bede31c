"""How a sheet and its columns are described."""

from dataclasses import dataclass
from enum import StrEnum

from journal.imports.formats.tables import Heading


class Form(StrEnum):
    """What a column holds; the template checks it while it is filled in."""

    TEXT = "text"
    DATE = "date"
    TIME = "time"
    WHOLE = "whole"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `title` as the template writes it, `others` as schools also call it.

    `choices` are offered (and for `Form.CHOICE` the only ones); `low` and `high` bound numbers.
    """

    field: str
    title: str
    others: tuple[str, ...] = ()
    form: Form = Form.TEXT
    required: bool = False
    width: int = 16
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 100
    hint: str = ""
    example: str = ""

    @property
    def heading(self) -> Heading:
        return Heading(self.field, self.title, self.others, self.required)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `name` for code and file names, `title` on its tab, `purpose` for its explanation."""

    name: str
    title: str
    purpose: str
    columns: tuple[Column, ...]
    others: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(column.heading for column in self.columns)
