"""Queries about periods."""

from datetime import date
from typing import Any

from sqlalchemy import Row, and_, select

from journal.model.school import Period, PeriodKind
from storage.db import Db
from storage.tables.people import enrolments, units
from storage.tables.school import periods, years


class PeriodQueries:
    """Implements `journal.ports.periods.Periods`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def running(self, year_id: int, grade: int, day: date) -> Period | None:
        row = await self.db.first(
            select(periods, years.c.name.label("year"))
            .join(years, years.c.id == periods.c.year_id)
            .where(
                periods.c.year_id == year_id,
                periods.c.grade_from <= grade,
                periods.c.grade_to >= grade,
                periods.c.starts_on <= day,
                periods.c.ends_on >= day,
            )
            .order_by(periods.c.starts_on, periods.c.id)
        )
        return _as_period(row) if row else None

    async def of_student(self, student_id: int) -> list[Period]:
        rows = await self.db.all(
            select(periods, years.c.name.label("year"))
            .join(years, years.c.id == periods.c.year_id)
            .join(
                units,
                and_(
                    units.c.year_id == periods.c.year_id,
                    units.c.parent_id.is_(None),
                    units.c.grade.between(periods.c.grade_from, periods.c.grade_to),
                ),
            )
            .join(enrolments, enrolments.c.unit_id == units.c.id)
            .where(enrolments.c.student_id == student_id)
            # Who moved from one class to another was in two units of the year.
            .distinct()
            .order_by(periods.c.starts_on, periods.c.id)
        )
        return [_as_period(row) for row in rows]


def _as_period(row: Row[Any]) -> Period:
    return Period(
        id=row.id,
        year_id=row.year_id,
        kind=PeriodKind(row.kind),
        number=row.number,
        name=row.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        marks_due_on=row.marks_due_on,
        closed_at=row.closed_at,
        year=row.year,
    )
