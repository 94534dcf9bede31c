"""The empty templates: what people see when they open one."""

import io

import openpyxl
import pytest

from journal.imports.formats import read_bytes
from journal.imports.sheets import HELP_TITLE, SHEETS, Column, Form, Sheet
from reports.templates import template, workbook


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(template()))


def test_a_template_has_a_sheet_for_everything_and_one_that_explains(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [*(sheet.title for sheet in SHEETS), HELP_TITLE]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_headers_are_frozen_wide_enough_and_checked_while_typing(
    book: openpyxl.Workbook, sheet: Sheet
) -> None:
    page = book[sheet.title]
    titles = [cell.value for cell in page[1]]
    assert titles == [f"{column.title} *" if column.required else column.title for column in sheet.columns]
    assert page.freeze_panes == "A2"
    assert all(page.column_dimensions[cell.column_letter].width > 4 for cell in page[1])
    checked = {span.min_col for each in page.data_validations.dataValidation for span in each.sqref.ranges}
    wanted = {index for index, column in enumerate(sheet.columns, start=1) if column.form is not Form.TEXT}
    assert wanted <= checked


def test_an_empty_template_reads_back_as_nothing_and_without_complaint() -> None:
    staged = read_bytes("шаблон.xlsx", template())
    assert staged.counts == {}
    assert staged.problems == ()


def test_a_template_of_chosen_sheets_has_only_those() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(["staff"])))
    assert book.sheetnames == ["Сотрудники", HELP_TITLE]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_examples_of_the_explanations_are_themselves_sound(sheet: Sheet) -> None:
    header = ";".join(column.title for column in sheet.columns)
    example = ";".join(column.example for column in sheet.columns)
    staged = read_bytes("пример.csv", f"{header}\n{example}\n".encode())
    assert staged.problems == ()
    assert staged.counts


def test_what_looks_like_a_formula_is_written_as_text() -> None:
    data = workbook({"staff": [{"last_name": '=HYPERLINK("http://evil","x")', "first_name": "+1"}]})
    page = openpyxl.load_workbook(io.BytesIO(data))["Сотрудники"]
    assert [(cell.data_type, cell.value) for cell in page[2][:2]] == [
        ("s", '=HYPERLINK("http://evil","x")'),
        ("s", "+1"),
    ]


def test_every_choice_list_is_short_enough_for_excel() -> None:
    columns: list[Column] = [column for sheet in SHEETS for column in sheet.columns if column.choices]
    assert columns
    assert all(len(",".join(column.choices)) <= 255 for column in columns)
