"""Files to import, and a school that takes a difference as it was previewed."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.imports.difference import Difference, SchoolState, Stored, token
from journal.imports.problems import Code, Problem
from journal.imports.rows import Kind, Row, references
from journal.imports.staging import SchoolImport

FIXTURES = Path(__file__).parent / "fixtures"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def real(path: str) -> Path:
    """A real file, where it is at hand; a run without it says so."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the real file {path} is not here")
    return found


def problems(of: SchoolImport | Difference, code: Code) -> list[Problem]:
    return [each for each in of.problems if each.code is code]


def codes(of: SchoolImport | Difference) -> set[Code]:
    return {each.code for each in of.problems}


def applied(state: SchoolState, change: Difference) -> SchoolState:
    """The school after exactly that difference: the meaning of «confirm», written without any database."""
    rows = {kind: {each.id: each for each in state.rows.get(kind, ())} for kind in Kind}
    ids: dict[tuple[Kind, str], str] = {}
    number = max((each.id for stored in rows.values() for each in stored.values()), default=0)
    for kind in Kind:
        for row in change.added.get(kind, ()):
            number += 1
            ids[kind, f"+{row.key}"] = token(number)
            rows[kind][number] = Stored(number, _settled(row, ids), change.source)
        for changed in change.changed.get(kind, ()):
            rows[kind][changed.id] = _changed(
                rows[kind][changed.id],
                {each.field: _value(changed.row, each.field, each.after, ids) for each in changed.changes},
            )
        for gone in change.gone.get(kind, ()):
            rows[kind][gone.id] = replace(rows[kind][gone.id], closed=True)
    for (kind, row_id), key in change.links.items():
        known = rows[kind][row_id]
        rows[kind][row_id] = replace(known, source=change.source, row=replace(known.row, key=key))
    return SchoolState({kind: tuple(stored.values()) for kind, stored in rows.items()})


def _changed(stored: Stored[Any], values: dict[str, Any]) -> Stored[Any]:
    closed = values.pop("closed", stored.closed)
    return replace(stored, row=replace(stored.row, **values), closed=closed)


def _settled(row: Row, ids: Mapping[tuple[Kind, str], str]) -> Row:
    return replace(row, **{name: _value(row, name, getattr(row, name), ids) for name in references(row.kind)})


def _value(row: Row, name: str, value: Any, ids: Mapping[tuple[Kind, str], str]) -> Any:
    kind = references(row.kind).get(name)
    if kind is None or not value:
        return value
    if isinstance(value, tuple):
        settled = tuple(ids.get((kind, each), each) for each in value)
        return tuple(sorted(settled)) if name == "students" else settled
    return ids.get((kind, value), value)
