"""A difference in full, as a workbook to read: what is added, changed and closed, and all remarks."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from handlers.imports.fields import field_name, value_name
from handlers.imports.words import kind_name, said
from journal.imports.difference import Difference
from journal.imports.problems import Severity
from journal.imports.rows import Kind, Row, references, said_fields
from locales.texts import Texts
from reports.imports import Page, pages


def book(change: Difference, t: Texts) -> bytes:
    """The workbook; a sheet without rows is left out."""
    what, which = t("What"), t("Which")
    made = (
        Page(t("To be added"), (what, which, t("In the file")), tuple(_added(change, t))),
        Page(
            t("To be changed"), (what, which, t("Field"), t("Before"), t("After")), tuple(_changed(change, t))
        ),
        Page(t("To be closed"), (what, which, t("In the school")), tuple(_closed(change, t))),
        Page(
            t("Remarks"),
            (t("Kind"), t("File"), t("Row"), t("Column"), t("Remark")),
            tuple(_remarks(change, t)),
        ),
    )
    return pages([page for page in made if page.rows])


def _added(change: Difference, t: Texts) -> Iterator[tuple[str, ...]]:
    for kind, rows in change.added.items():
        for row in rows:
            yield kind_name(kind, t), _label(row, t), _values(row, change, t)


def _changed(change: Difference, t: Texts) -> Iterator[tuple[str, ...]]:
    for kind, rows in change.changed.items():
        for each in rows:
            for one in each.changes:
                yield (
                    kind_name(kind, t),
                    _named(each.row, change, t),
                    field_name(one.field, t),
                    _value(kind, one.field, one.before, change, t),
                    _value(kind, one.field, one.after, change, t),
                )


def _closed(change: Difference, t: Texts) -> Iterator[tuple[str, ...]]:
    for kind, rows in change.gone.items():
        for stored in rows:
            yield kind_name(kind, t), _label(stored.row, t), _values(stored.row, change, t)


def _remarks(change: Difference, t: Texts) -> Iterator[tuple[str, ...]]:
    severities = {
        Severity.ERROR: t("Error"),
        Severity.WARNING: t("Warning"),
        Severity.NOTE: t("Note"),
    }
    for each in change.problems:
        place = each.place
        yield severities[each.severity], place.file, str(place.row or ""), place.column, said(each, t)


def _label(row: Row, t: Texts) -> str:
    """The row's own name; rows that only join others are told by their values."""
    return row.label if row.kind in _NAMED else ""


_NAMED = frozenset(
    {
        Kind.YEAR, Kind.PERIOD, Kind.BELL, Kind.SUBJECT, Kind.ROOM, Kind.STAFF, Kind.CLASS, Kind.STUDENT,
        Kind.GUARDIAN, Kind.SUBGROUP, Kind.PLAN,
    }
)  # fmt: skip


def _named(row: Row, change: Difference, t: Texts) -> str:
    return _label(row, t) or _values(row, change, t)


def _values(row: Row, change: Difference, t: Texts) -> str:
    """`Класс: 7Б; Предмет: Алгебра`: what the row says, field by field."""
    parts = []
    for name in said_fields(row.kind):
        value = _value(row.kind, name, getattr(row, name), change, t)
        if value:
            parts.append(t("{field}: {value}", field=field_name(name, t), value=value))
    return "; ".join(parts)


def _value(kind: Kind, name: str, value: Any, change: Difference, t: Texts) -> str:
    """A value as people read it: references by their names, dates and times as they are written."""
    if isinstance(value, tuple):
        return ", ".join(_value(kind, name, part, change, t) for part in value)
    if value is None or value == "":
        return ""
    target = references(kind).get(name)
    if target is not None:
        return change.labels.get((target, value), value)
    if isinstance(value, date):
        return t.full_day(value)
    if isinstance(value, time):
        return t.clock(value)
    return value_name(name, value, t)
