"""Reading a plan that a teacher brings: a workbook, a CSV or plain lines, whatever the file is called."""

from collections.abc import Sequence

from journal.imports.formats.archive import opened
from journal.imports.formats.csvs import csv_table
from journal.imports.formats.decoding import decoded
from journal.imports.formats.records import Record
from journal.imports.formats.tables import Heading, Table, Value, filled, likeness, match_header
from journal.imports.formats.xlsx.workbook import tables
from journal.imports.limits import Limits
from journal.imports.problems import ImportRefused, Refusal
from journal.imports.rows import Source
from journal.imports.sheets.teaching import LESSON_PLAN
from journal.imports.staging import Staging
from journal.plans.lines import read_lines
from journal.plans.wanted import (
    HOMEWORK_LIMIT,
    MOST_HOURS,
    SECTION_LIMIT,
    TOPIC_LIMIT,
    Line,
    Reading,
    Wanted,
)

Rows = list[tuple[int, Sequence[Value]]]
# A plan of a year has some two hundred rows; a file for all classes of a teacher ten times as many.
LIMITS = Limits(file_bytes=5_000_000, rows=5_000, cells=100_000)
_HEADER_WITHIN = 15
_TOPIC = tuple(column.heading for column in LESSON_PLAN.columns if column.field == "topic")
# Whose plan it is may be said by the file or chosen by a button.
_HEADINGS = tuple(
    Heading(column.field, column.title, column.others, required=column.field == "topic")
    for column in LESSON_PLAN.columns
)
_ZIP = b"PK\x03\x04"
_UNREADABLE = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Refusal.OLD_EXCEL,
    b"\x89PNG\r\n": Refusal.PICTURE,
    b"\xff\xd8\xff": Refusal.PICTURE,
    b"GIF8": Refusal.PICTURE,
    b"%PDF-": Refusal.NO_PLAN,
}


def read_plan(file: str, data: bytes) -> Reading:
    """The topics of the file in order. Raises `ImportRefused` for a file that holds no plan."""
    if not data.strip():
        raise ImportRefused(Refusal.EMPTY)
    if len(data) > LIMITS.file_bytes:
        raise ImportRefused(Refusal.TOO_BIG, limit=LIMITS.file_bytes)
    for start, refusal in _UNREADABLE.items():
        if data.startswith(start):
            raise ImportRefused(refusal)
    staging = Staging(Source.XLSX, LIMITS)
    lines = _of_workbook(file, data, staging) if data.startswith(_ZIP) else _of_text(file, data, staging)
    reading = Reading(tuple(lines), staging.build().problems)
    if not reading.lines and not reading.errors:
        raise ImportRefused(Refusal.NO_PLAN)
    return reading


def _of_workbook(file: str, data: bytes, staging: Staging) -> list[Line]:
    """The first sheet with a column of topics."""
    with opened(data, LIMITS) as archive:
        if not any(name.startswith("xl/") for name in archive.namelist()):
            raise ImportRefused(Refusal.NO_PLAN)
    sheets = [(table.file, list(filled(table.rows))) for table in tables(file, data, LIMITS)]
    for name, rows in sheets:
        if (header := _header(rows)) is not None:
            return _of_rows(name, rows[header:], staging)
    raise ImportRefused(Refusal.NO_TOPICS)


def _of_text(file: str, data: bytes, staging: Staging) -> list[Line]:
    """Rows under a header where there is one, else a topic a line."""
    text, _ = decoded(data)
    if "\0" in text:
        raise ImportRefused(Refusal.BROKEN)
    table: Table = csv_table(file, text.encode(), LIMITS, staging)
    rows = list(filled(table.rows))
    if (header := _header(rows)) is not None:
        return _of_rows(file, rows[header:], staging)
    if len(rows) > LIMITS.rows:
        raise ImportRefused(Refusal.TOO_MANY_ROWS, limit=LIMITS.rows)
    return read_lines(text, staging, file)


def _header(rows: Rows) -> int | None:
    """Which of the first rows has a column of topics; a line of text alone is no header."""
    for index, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
        several = sum(cell not in (None, "") for cell in cells) > 1 or len(rows) > index + 1
        if several and likeness(cells, _TOPIC) == 1:
            return index
    return None


def _of_rows(file: str, rows: Rows, staging: Staging) -> list[Line]:
    (number, titles), *below = rows
    header = match_header(number, titles, _HEADINGS, staging, file)
    if header is None:
        return []
    found: list[Line] = []
    for row, cells in below:
        found += _lines(Record(staging, file, row, header, cells))
    return found


def _lines(record: Record) -> list[Line]:
    """A row's topic, once for every class it names."""
    subject, units = record.text("subject"), record.names("school_class", limit=40)
    part = record.text("subgroup", limit=60)
    topic = record.text("topic", required=True, limit=TOPIC_LIMIT)
    wanted = Wanted(
        topic=topic or "",
        hours=record.whole("hours", 1, MOST_HOURS) or 1,
        section=record.text("section", limit=SECTION_LIMIT),
        homework=record.text("homework", limit=HOMEWORK_LIMIT),
        planned_on=record.date("planned_on"),
        work_kind=record.text("work_kind", limit=100),
    )
    if not record.sound:
        return []
    return [Line(wanted, record.place, subject, unit, part) for unit in units or (None,)]
