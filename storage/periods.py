"""Queries about periods."""

from datetime import date
from typing import Any

from sqlalchemy import Row, select

from journal.model.school import Period, PeriodKind
from storage.db import Db
from storage.tables.people import enrolments, units
from storage.tables.school import periods


class PeriodQueries:
    """Implements `journal.ports.periods.Periods`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def period(self, student_id: int, day: date, period_id: int | None = None) -> Period | None:
        grade = (
            select(units.c.grade)
            .join(enrolments, enrolments.c.unit_id == units.c.id)
            .where(enrolments.c.student_id == student_id, units.c.parent_id.is_(None))
            .order_by(enrolments.c.since.desc())
            .limit(1)
            .scalar_subquery()
        )
        wanted = periods.c.starts_on <= day if period_id is None else periods.c.id == period_id
        row = await self.db.first(
            select(periods)
            .where(wanted, grade.between(periods.c.grade_from, periods.c.grade_to))
            .order_by(periods.c.starts_on.desc())
            .limit(1)
        )
        return as_period(row) if row else None


def as_period(row: Row[Any]) -> Period:
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
    )
