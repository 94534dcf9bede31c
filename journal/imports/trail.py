"""The audit of an import: what was added by kind and class, what changed and closed row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journal.imports.difference import Changed, Difference
from journal.imports.rows import Kind, Row, said_fields


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit entry to be; `unit_id` is the class whose chain it joins, None for the school's."""

    action: str
    kind: str
    object_id: int | None
    unit_id: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def entries(change: Difference, ids: Mapping[tuple[Kind, str], int]) -> Iterator[Entry]:
    """Everything the difference does; `ids` are the keys of what was added."""
    for kind, rows in change.added.items():
        groups: dict[int | None, dict[str, Any]] = {}
        for row in rows:
            row_id = ids.get((kind, f"+{row.key}"), row.key)
            groups.setdefault(_class_of(row, ids), {})[str(row_id)] = _said(row, ids)
        for unit_id, said in groups.items():
            yield Entry("import.add", str(kind), None, unit_id, None, {"source": change.source, "rows": said})
    for kind, changed in change.changed.items():
        for each in changed:
            yield _changed(kind, each, ids)
    for kind, gone in change.gone.items():
        for stored in gone:
            unit_id = _class_of(stored.row, ids)
            yield Entry("import.close", str(kind), stored.id, unit_id, _said(stored.row, ids), None)


def _changed(kind: Kind, each: Changed, ids: Mapping[tuple[Kind, str], int]) -> Entry:
    before = {change.field: _plain(change.before, ids) for change in each.changes}
    after = {change.field: _plain(change.after, ids) for change in each.changes}
    return Entry("import.change", str(kind), each.id, _class_of(each.row, ids), before, after)


def _class_of(row: Row, ids: Mapping[tuple[Kind, str], int]) -> int | None:
    """The class a row belongs to, if to one."""
    reference = getattr(row, "school_class", None)
    if not reference:
        return None
    return int(reference[1:]) if reference.startswith("#") else ids.get((Kind.CLASS, reference))


def _said(row: Row, ids: Mapping[tuple[Kind, str], int]) -> dict[str, Any]:
    """What the row says, without what it leaves unsaid."""
    said = ((name, getattr(row, name)) for name in said_fields(row.kind))
    return {name: _plain(value, ids) for name, value in said if value not in (None, "", ())}


def _plain(value: Any, ids: Mapping[tuple[Kind, str], int]) -> Any:
    if isinstance(value, tuple):
        return [_plain(part, ids) for part in value]
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str) and value.startswith("+"):
        return next((f"#{ids[kind, value]}" for kind in Kind if (kind, value) in ids), value)
    return str(value)
