"""Reading CSV as schools' programs write it: any of four separators, marked or not, quoted or not."""

import csv
import io
from collections.abc import Iterator

from journal.imports.formats.decoding import decoded
from journal.imports.formats.tables import Table
from journal.imports.limits import Limits
from journal.imports.problems import Code, ImportRefused, Place, Refusal
from journal.imports.staging import Staging

_SEPARATORS = ",;\t|"


def csv_table(file: str, data: bytes, limits: Limits, staging: Staging) -> Table:
    """The CSV in `data` as a table; a guessed encoding is reported."""
    text, encoding = decoded(data)
    if "\0" in text:
        raise ImportRefused(Refusal.BROKEN)
    if encoding not in ("utf-8", "utf-8-sig", "utf-16"):
        staging.note(Code.ENCODING_GUESSED, Place(file), encoding=encoding)
    return Table(file, _rows(text, limits))


def _rows(text: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    lines = io.StringIO(text, newline="")
    cells = 0
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=_separator(text)), start=1):
            if number > limits.rows:
                raise ImportRefused(Refusal.TOO_MANY_ROWS, limit=limits.rows)
            cells += len(row)
            if cells > limits.cells or len(row) > limits.columns:
                raise ImportRefused(Refusal.TOO_MANY_CELLS, limit=limits.cells)
            yield number, row
    except csv.Error as error:
        raise ImportRefused(Refusal.BROKEN) from error


def _separator(text: str) -> str:
    """The separator that the header line holds most of, outside quotes."""
    header = next((line for line in text[:20_000].splitlines() if line.strip()), "")
    bare = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)
