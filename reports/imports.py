"""A preview as a workbook: plain pages of text that can be filtered and printed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

_WIDEST = 80


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its title, its heading, and rows of texts."""

    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def pages(made: Sequence[Page]) -> bytes:
    """The workbook. Texts go in as texts: what looks like a formula or a link is never made one."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    bold = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for page in made:
        sheet = book.add_worksheet(page.title)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(page.rows), len(page.heading) - 1)
        for index, title in enumerate(page.heading):
            longest = max(len(title), *(len(row[index]) for row in page.rows))
            sheet.set_column(index, index, min(longest + 2, _WIDEST))
            sheet.write_string(0, index, title, bold)
        for number, row in enumerate(page.rows, start=1):
            for index, text in enumerate(row):
                sheet.write_string(number, index, text, plain)
    book.close()
    return buffer.getvalue()
