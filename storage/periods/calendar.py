"""Which periods a year has, and what the orders say of its other marks."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, select, update

from journal.model.marks import ResultKind
from journal.model.periods import Assessment, Order
from journal.model.school import Period, PeriodKind
from storage.db import Db
from storage.tables.marks import result_orders
from storage.tables.people import enrolments, units
from storage.tables.school import periods, years


class CalendarQueries:
    db: Db

    async def period(self, period_id: int) -> Period | None:
        row = await self.db.first(
            select(periods, years.c.name.label("year"))
            .join(years, years.c.id == periods.c.year_id)
            .where(periods.c.id == period_id)
        )
        return _as_period(row) if row else None

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

    async def year(self, day: date) -> int | None:
        found: int | None = await self.db.scalar(
            select(years.c.id).where(years.c.starts_on <= day).order_by(years.c.starts_on.desc()).limit(1)
        )
        return found

    async def of_year(self, year_id: int) -> list[tuple[Period, range]]:
        rows = await self.db.all(
            select(periods, years.c.name.label("year"))
            .join(years, years.c.id == periods.c.year_id)
            .where(periods.c.year_id == year_id)
            .order_by(periods.c.starts_on, periods.c.id)
        )
        return [(_as_period(row), range(row.grade_from, row.grade_to + 1)) for row in rows]

    async def orders(self, year_id: int) -> list[Order]:
        rows = await self.db.all(
            select(result_orders).where(result_orders.c.year_id == year_id).order_by(result_orders.c.id)
        )
        return [
            Order(ResultKind(row.kind), row.due_on, row.order_number, row.grade_from, row.grade_to)
            for row in rows
        ]

    async def set_order(self, assessment: Assessment, order: Order, by: int, at: datetime) -> None:
        if assessment.period_id is not None:
            await self.db.run(
                update(periods)
                .where(periods.c.id == assessment.period_id)
                .values(marks_due_on=order.due_on, order_number=order.number)
            )
            return
        row = {
            "year_id": assessment.year_id,
            "kind": order.kind,
            "grade_from": order.grade_from,
            "grade_to": order.grade_to,
            "due_on": order.due_on,
            "order_number": order.number,
            "set_by": by,
            "set_at": at,
        }
        await self.db.upsert(result_orders, ("year_id", "kind", "grade_from", "grade_to"), [row])


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
        order_number=row.order_number,
        year=row.year,
    )
