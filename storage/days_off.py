"""Days off as a condition on lessons."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_

from journal.model.school import DayKind
from storage.tables.lessons import lessons
from storage.tables.people import units
from storage.tables.school import calendar_days, periods


def on_day_off() -> ColumnElement[bool]:
    """The lesson stands on a day off of its class, or outside every period of its grade.

    For statements that join `lessons` with `units`.
    """
    off = exists().where(
        calendar_days.c.kind == DayKind.OFF,
        calendar_days.c.starts_on <= lessons.c.date,
        calendar_days.c.ends_on >= lessons.c.date,
        _or_all(calendar_days.c.grade_from, units.c.grade >= calendar_days.c.grade_from),
        _or_all(calendar_days.c.grade_to, units.c.grade <= calendar_days.c.grade_to),
        _or_all(calendar_days.c.shift, units.c.shift == calendar_days.c.shift),
        _or_all(calendar_days.c.unit_id, calendar_days.c.unit_id.in_((units.c.id, units.c.parent_id))),
    )
    of_grade = and_(periods.c.grade_from <= units.c.grade, periods.c.grade_to >= units.c.grade)
    within = exists().where(
        of_grade, periods.c.starts_on <= lessons.c.date, periods.c.ends_on >= lessons.c.date
    )
    known = exists().where(of_grade)
    return or_(off, and_(known, ~within))


def _or_all(column: ColumnElement[Any], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """What is not said concerns everybody."""
    return or_(column.is_(None), condition)
