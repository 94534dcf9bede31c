"""Writing an import template: styled headers, checks while typing, and a sheet that explains and shows."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypeAlias

import xlsxwriter

from journal.imports.sheets import HELP_TITLE, SHEETS, Column, Form, Sheet
from reports.templates.checks import check_of

# Rows that get the columns' formats and checks; more may be filled in below.
_PREPARED_ROWS = 2_000
_FORMATS = {Form.DATE: "dd.mm.yyyy", Form.TIME: "hh:mm", Form.TEXT: "@"}

Cell: TypeAlias = str | int | Decimal | date | time | None


def template(names: Iterable[str] | None = None) -> bytes:
    """An empty workbook with the named sheets, or with all of them."""
    wanted = set(names) if names is not None else {sheet.name for sheet in SHEETS}
    return workbook({sheet.name: () for sheet in SHEETS if sheet.name in wanted})


def workbook(rows: Mapping[str, Sequence[Mapping[str, Cell]]]) -> bytes:
    """A workbook with a sheet for each name, holding its rows (field → value).

    Texts go in as texts: what looks like a formula or a link is never made one.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    styles = _Styles(book)
    sheets = [sheet for sheet in SHEETS if sheet.name in rows]
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.title), sheet, rows[sheet.name], styles)
    _write_help(book.add_worksheet(HELP_TITLE), sheets, styles)
    book.close()
    return buffer.getvalue()


class _Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        header = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
        self.required = book.add_format({**header, "bg_color": "#DCE9F9"})
        self.header = book.add_format({**header, "bg_color": "#F0F0F0"})
        self.title = book.add_format({"bold": True, "font_size": 13})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.cells = {form: book.add_format({"num_format": number}) for form, number in _FORMATS.items()}

    def header_of(self, column: Column) -> Any:
        return self.required if column.required else self.header


def _write_sheet(page: Any, sheet: Sheet, rows: Sequence[Mapping[str, Cell]], styles: _Styles) -> None:
    page.freeze_panes(1, 0)
    page.set_row(0, 32)
    page.autofilter(0, 0, 0, len(sheet.columns) - 1)
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width, styles.cells.get(column.form))
        page.write_string(0, index, _title(column), styles.header_of(column))
        if column.hint:
            page.write_comment(0, index, column.hint)
        check = check_of(column)
        if check:
            page.data_validation(1, index, _PREPARED_ROWS, index, check)
    for number, row in enumerate(rows, start=1):
        for index, column in enumerate(sheet.columns):
            _write_cell(page, number, index, row.get(column.field), styles.cells.get(column.form))


def _write_cell(page: Any, row: int, index: int, value: Cell, style: Any) -> None:
    if isinstance(value, time):
        page.write_datetime(row, index, value, style)
    elif isinstance(value, date):
        page.write_datetime(row, index, datetime.combine(value, time.min), style)
    elif isinstance(value, int | Decimal):
        page.write_number(row, index, float(value), style)
    elif value:
        page.write_string(row, index, value, style)


def _write_help(page: Any, sheets: Sequence[Sheet], styles: _Styles) -> None:
    """Every column with what it is for and an example, under its sheet."""
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 16)
    page.set_column(2, 2, 70)
    page.set_column(3, 3, 30)
    row = 0
    for sheet in sheets:
        page.write_string(row, 0, sheet.title, styles.title)
        page.write_string(row + 1, 0, sheet.purpose)
        for index, title in enumerate(("Столбец", "Обязателен", "Что писать", "Пример")):
            page.write_string(row + 2, index, title, styles.header)
        row += 3
        for column in sheet.columns:
            for index, text in enumerate(_explained(column)):
                page.write_string(row, index, text, styles.plain)
            row += 1
        row += 1


def _explained(column: Column) -> tuple[str, str, str, str]:
    offered = f"Варианты: {', '.join(column.choices)}." if column.choices else ""
    form = {Form.DATE: "Дата.", Form.TIME: "Время.", Form.WHOLE: "Целое число."}.get(column.form, "")
    what = " ".join(part for part in (column.hint, offered, form) if part)
    return column.title, "да" if column.required else "нет", what, column.example


def _title(column: Column) -> str:
    return f"{column.title} *" if column.required else column.title
