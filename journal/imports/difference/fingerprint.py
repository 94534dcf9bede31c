"""One digest of exactly what a confirmed import would do to exactly which data."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journal.imports.difference.model import Changed, Stored
from journal.imports.rows import Kind, Row, Source, said_fields


def fingerprint(
    source: Source,
    added: Mapping[Kind, Sequence[Row]],
    changed: Mapping[Kind, Sequence[Changed]],
    closed: Mapping[Kind, Sequence[Stored[Any]]],
    links: Mapping[tuple[Kind, int], str],
) -> str:
    """Equal for equal effects: the order of rows and their places do not count, before-values do."""
    digest = hashlib.sha256(source.encode())
    for line in sorted(_lines(added, changed, closed, links)):
        digest.update(b"\0" + line.encode())
    return digest.hexdigest()


def _lines(
    added: Mapping[Kind, Sequence[Row]],
    changed: Mapping[Kind, Sequence[Changed]],
    closed: Mapping[Kind, Sequence[Stored[Any]]],
    links: Mapping[tuple[Kind, int], str],
) -> Iterator[str]:
    for kind, rows in added.items():
        for row in rows:
            yield repr(("added", str(kind), row.key, _said(row)))
    for kind, changes in changed.items():
        for each in changes:
            fields = [(change.field, _plain(change.before), _plain(change.after)) for change in each.changes]
            yield repr(("changed", str(kind), each.id, fields))
    for kind, stored in closed.items():
        for one in stored:
            yield repr(("gone", str(kind), one.id, _said(one.row)))
    for (kind, row_id), key in links.items():
        yield repr(("link", str(kind), row_id, key))


def _said(row: Row) -> list[tuple[str, str]]:
    return [(name, _plain(getattr(row, name))) for name in said_fields(row.kind)]


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return "(" + ", ".join(_plain(part) for part in value) + ")"
    return "" if value is None else str(value)
