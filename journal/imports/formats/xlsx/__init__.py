"""Reading the school's own spreadsheets, as Excel workbooks or as CSV."""

from collections.abc import Iterator, Sequence
from itertools import islice

from journal.imports.formats.csvs import csv_table
from journal.imports.formats.records import Record
from journal.imports.formats.tables import Table, Value, filled, header_key, likeness, match_header
from journal.imports.formats.xlsx import calendar, people, teaching
from journal.imports.formats.xlsx.workbook import tables
from journal.imports.limits import Limits, Progress
from journal.imports.problems import Code, ImportRefused, Place, Refusal
from journal.imports.rows import Source
from journal.imports.sheets import HELP_TITLE, SHEETS, Sheet
from journal.imports.staging import SchoolImport, Staging

_READERS = {**calendar.READERS, **people.READERS, **teaching.READERS}
# A header stands within the first rows, under a title or two.
_HEADER_WITHIN = 10
_LIKE_ENOUGH = 0.6


def read_workbook(file: str, data: bytes, limits: Limits, progress: Progress) -> SchoolImport:
    """Stage what the known sheets of a workbook say; raises `ImportRefused` where there is none."""
    staging = Staging(Source.XLSX, limits)
    found = [_Found(table) for table in tables(file, data, limits)]
    return _read(found, staging, progress)


def read_sheet_csv(file: str, data: bytes, limits: Limits, progress: Progress) -> SchoolImport:
    """The same for one sheet saved as CSV."""
    staging = Staging(Source.XLSX, limits)
    return _read([_Found(csv_table(file, data, limits, staging))], staging, progress)


class _Found:
    """A table with its rows in memory, and the sheet it is taken for."""

    def __init__(self, table: Table) -> None:
        self.file = table.file
        self.title = table.file.rsplit(" / ", 1)[-1]
        self.rows = list(filled(table.rows))
        self.sheet = self._recognised()
        self.header_at = self._header(self.sheet) if self.sheet else 0

    def _recognised(self) -> Sheet | None:
        """By its title, else by the header that most resembles one."""
        key = header_key(self.title)
        for sheet in SHEETS:
            if key in {header_key(name) for name in (sheet.title, *sheet.others)}:
                return sheet
        best = max(SHEETS, key=lambda sheet: (self._likeness(sheet), len(self._shared(sheet))))
        return best if self._likeness(best) >= _LIKE_ENOUGH else None

    def _likeness(self, sheet: Sheet) -> float:
        return max((likeness(cells, sheet.headings) for cells in self._head()), default=0.0)

    def _shared(self, sheet: Sheet) -> set[str]:
        """The titles a sheet has in common: tells apart sheets whose required columns are all there."""
        named = {header_key(cell) for cells in self._head() for cell in cells}
        titles = {header_key(heading.title) for heading in sheet.headings}
        return titles & named

    def _header(self, sheet: Sheet) -> int:
        scores = [likeness(cells, sheet.headings) for cells in self._head()]
        return scores.index(max(scores)) if scores else 0

    def _head(self) -> Iterator[Sequence[Value]]:
        return (cells for _, cells in self.rows[:_HEADER_WITHIN])


def _read(found: Sequence[_Found], staging: Staging, progress: Progress) -> SchoolImport:
    known = [(sheet, each) for sheet in SHEETS for each in found if each.sheet is sheet]
    if not known:
        raise ImportRefused(Refusal.NOTHING_RECOGNISED)
    for each in found:
        if each.sheet is None and each.rows and header_key(each.title) != header_key(HELP_TITLE):
            staging.note(Code.SHEET_UNKNOWN, Place(each.file))
    total = sum(len(each.rows) for _, each in known)
    done = 0
    for sheet, each in known:
        _read_sheet(sheet, each, staging)
        done += len(each.rows)
        progress(done, total)
    return staging.build()


def _read_sheet(sheet: Sheet, found: _Found, staging: Staging) -> None:
    rows = islice(found.rows, found.header_at, None)
    first = next(rows, None)
    if first is None:
        staging.note(Code.VALUE_MISSING, Place(found.file))
        return
    header = match_header(*first, sheet.headings, staging, found.file)
    if header is None:
        return
    reader = _READERS[sheet.name](staging)
    for number, cells in rows:
        record = Record(staging, found.file, number, header, cells)
        reader.read(record)
    reader.finish()
