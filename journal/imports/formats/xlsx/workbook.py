"""Opening an Excel workbook from outside: judged as an archive, as XML, and only then read, cell by cell."""

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from typing import Any

from journal.imports.formats.archive import opened, unpacked
from journal.imports.formats.tables import Formula, Table, Value
from journal.imports.limits import Limits
from journal.imports.problems import ImportRefused, Refusal

_MACROS = re.compile(r"(^|/)(vbaProject[^/]*\.bin$|macrosheets/)", re.IGNORECASE)
_SHEET = re.compile(r"^/?xl/worksheets/", re.IGNORECASE)
_DECLARATIONS = re.compile(rb"<!(DOCTYPE|ENTITY)")
_FORMULA = re.compile(rb"<(?:\w{1,20}:)?f[\s/>]")
# A careless format leaves empty rows behind; after so many of them nothing comes any more.
_EMPTY_ROWS = 5_000


def tables(file: str, data: bytes, limits: Limits) -> Iterator[Table]:
    """The visible sheets of the workbook; each has to be read before the next is asked for."""
    _judge(data, limits)
    # The parser is a third party's and meets hostile files: whatever it raises, the file is to blame.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = _attempt(lambda: _load(data))
        budget = _Budget(limits)
        for sheet in _attempt(
            lambda: [each for each in workbook.worksheets if each.sheet_state == "visible"]
        ):
            yield Table(f"{file} / {sheet.title}", _rows(sheet, limits, budget))


class _Budget:
    """How many cells may still be read from all sheets together."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows = self._cells = 0

    def spend(self, cells: int) -> None:
        self._rows += 1
        self._cells += cells
        if self._rows > self._limits.rows:
            raise ImportRefused(Refusal.TOO_MANY_ROWS, limit=self._limits.rows)
        if self._cells > self._limits.cells:
            raise ImportRefused(Refusal.TOO_MANY_CELLS, limit=self._limits.cells)


def _judge(data: bytes, limits: Limits) -> None:
    """No macros, no document types, no entities, no flood of formulas; sizes are judged by `opened`."""
    formulas = 0
    with opened(data, limits) as archive:
        for name in archive.namelist():
            if _MACROS.search(name):
                raise ImportRefused(Refusal.MACROS)
            if not name.lower().endswith((".xml", ".rels")):
                continue
            content = unpacked(archive, name)
            if b"macroEnabled" in content[:20_000] and name == "[Content_Types].xml":
                raise ImportRefused(Refusal.MACROS)
            # Office writes UTF-8; in a wider encoding a declaration would hide from this search.
            if _DECLARATIONS.search(content) or b"\0" in content[:200]:
                raise ImportRefused(Refusal.XML_DECLARATIONS)
            if _SHEET.match(name):
                formulas += len(_FORMULA.findall(content))
    if formulas > limits.formulas:
        raise ImportRefused(Refusal.TOO_MANY_FORMULAS, limit=limits.formulas)


def _load(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True, keep_links=False)


def _rows(sheet: Any, limits: Limits, budget: _Budget) -> Iterator[tuple[int, Sequence[Value]]]:
    # The size a sheet declares is not trusted: rows are counted as they come.
    _attempt(sheet.reset_dimensions)
    cells = iter(sheet.iter_rows(max_col=limits.columns))
    last = number = 0
    while number - last < _EMPTY_ROWS and (row := _attempt(lambda: next(cells, None))) is not None:
        number += 1
        values = _attempt(lambda row=row: [_value(cell) for cell in row])
        if any(value is not None for value in values):
            last = number
            budget.spend(len(values) - values.count(None))
            yield number, values


def _value(cell: Any) -> Value:
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type in ("f", "e"):
        return Formula(str(value)[:60])
    if isinstance(value, timedelta):
        return (time.min if value < timedelta(0) else _clock(value)) if value < timedelta(days=1) else None
    return value  # type: ignore[no-any-return] # a cell is what the file holds


def _clock(value: timedelta) -> time:
    return time(value.seconds // 3600, value.seconds // 60 % 60)


def _attempt(step: Any) -> Any:
    try:
        return step()
    except ImportRefused:
        raise
    except Exception as error:
        raise ImportRefused(Refusal.BROKEN) from error
