"""Tables as files: a workbook for people, JSON for machines; both from the same rows."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

# What Excel allows in the name of a sheet.
_TITLE = 31
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `say` turns a value into the reader's words in the workbook."""

    key: str
    title: str
    say: Callable[[Any], str] | None = None
    # Whether numbers stay numbers, to be counted with.
    figures: bool = False
    # Whether a page gives it no more room than its words take.
    short: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    key: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]
    # Said where there are no rows.
    empty: str = "–"


def workbook(tables: Sequence[Table]) -> bytes:
    """One sheet a table; texts stay texts, whatever they look like."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    header = book.add_format({"bold": True, "bg_color": "#DCE9F9", "border": 1, "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables:
        page = book.add_worksheet(table.title[:_TITLE])
        page.freeze_panes(1, 0)
        for index, column in enumerate(table.columns):
            said = [_said(column, row) for row in table.rows]
            page.set_column(index, index, _width([column.title, *said]), plain)
            page.write_string(0, index, column.title, header)
            for number, value in enumerate(said, start=1):
                if column.figures and (figure := _figure(table.rows[number - 1].get(column.key))) is not None:
                    page.write_number(number, index, figure)
                else:
                    page.write_string(number, index, value)
        if not table.rows:
            page.write_string(1, 0, table.empty)
    book.close()
    return buffer.getvalue()


def cells(table: Table) -> list[list[str]]:
    """What stands in every row, in the reader's words."""
    return [[_said(column, row) for column in table.columns] for row in table.rows]


def document(about: Mapping[str, Any], tables: Sequence[Table]) -> bytes:
    """The same as JSON in UTF-8: `about` first, then each table as a list of objects."""
    content = {**about, **{table.key: [dict(row) for row in table.rows] for table in tables}}
    return json.dumps(content, ensure_ascii=False, indent=2, default=_plain).encode()


def _said(column: Column, row: Mapping[str, Any]) -> str:
    value = row.get(column.key)
    if value is None:
        return ""
    return column.say(value) if column.say is not None else str(value)


def _figure(value: object) -> float | None:
    """The number that stands there, or that is written there."""
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    return float(value) if isinstance(value, int | Decimal) else None


def _width(texts: Sequence[str]) -> int:
    return min(_WIDEST, max(len(text) for text in texts) + 2)


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value).__name__} has no JSON")
