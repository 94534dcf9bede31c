"""Staged rows: what a file says about a school, one type of row for every format."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from journal.imports.rows.base import Kind, Natural, Row, Source
from journal.imports.rows.calendar import BellRow, PeriodRow, YearRow
from journal.imports.rows.people import GuardianRow, KinshipRow, PersonRow, StaffRow, StudentRow
from journal.imports.rows.teaching import (
    CurriculumRow,
    LessonRow,
    PlanRow,
    RoomRow,
    SubjectRow,
    WorkloadRow,
)
from journal.imports.rows.units import ClassRow, SubgroupRow, UnitRow

ROW_TYPES: dict[Kind, type[Row]] = {
    row_type.kind: row_type
    for row_type in (
        YearRow, PeriodRow, BellRow, SubjectRow, RoomRow, StaffRow, ClassRow, StudentRow, GuardianRow,
        KinshipRow, SubgroupRow, WorkloadRow, CurriculumRow, LessonRow, PlanRow,
    )
}  # fmt: skip


_ABOUT = ("key", "mention", "place")


@cache
def references(kind: Kind) -> dict[str, Kind]:
    """The fields of a kind's rows that hold references, with the kind they refer to."""
    hints = get_type_hints(ROW_TYPES[kind], include_extras=True)
    found = ((name, next(_kinds(hint), None)) for name, hint in hints.items() if name != "kind")
    return {name: kind for name, kind in found if kind is not None}


@cache
def said_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that say something about a row of that kind: all but its key and place."""
    return tuple(each.name for each in fields(ROW_TYPES[kind]) if each.name not in _ABOUT)


def _kinds(hint: Any) -> Iterator[Kind]:
    for part in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        if isinstance(part, Kind):
            yield part
        elif not isinstance(part, str):
            yield from _kinds(part)


__all__ = [
    "ROW_TYPES",
    "BellRow",
    "ClassRow",
    "CurriculumRow",
    "GuardianRow",
    "Kind",
    "KinshipRow",
    "LessonRow",
    "Natural",
    "PeriodRow",
    "PersonRow",
    "PlanRow",
    "RoomRow",
    "Row",
    "Source",
    "StaffRow",
    "StudentRow",
    "SubgroupRow",
    "SubjectRow",
    "UnitRow",
    "WorkloadRow",
    "YearRow",
    "references",
    "said_fields",
]
