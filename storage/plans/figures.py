"""The figures of all pages of a year at once: lessons held, hours planned, hours of the curriculum."""

from datetime import date, datetime

from sqlalchemy import and_, case, func, not_, select
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import Function

from journal.model.lessons import LessonStatus
from journal.model.programme import Held, PlanTotal, SchoolYear
from journal.model.span import Span
from journal.ports.periods import PageKey
from storage.db import Db
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.people import units
from storage.tables.school import years
from storage.tables.timetable import curriculum


class FigureQueries:
    """Of the whole school, one statement each."""

    db: Db

    async def year(self, day: date) -> SchoolYear | None:
        row = await self.db.first(
            # Years that are over come last, the latest of them first.
            select(years)
            .order_by(
                case((years.c.ends_on >= day, 0), else_=1),
                case((years.c.ends_on >= day, years.c.starts_on)),
                years.c.starts_on.desc(),
            )
            .limit(1)
        )
        return SchoolYear(row.id, row.name, Span(row.starts_on, row.ends_on)) if row else None

    async def held(self, year_id: int, span: Span, now: datetime) -> dict[PageKey, Held]:
        inside = lessons.c.date.between(span.first, span.last)
        takes_place = lessons.c.status == LessonStatus.PLANNED
        told = and_(takes_place, lessons.c.topic.is_not(None))
        rows = await self.db.all(
            select(
                lessons.c.unit_id,
                lessons.c.subject_id,
                _count(inside, lessons.c.instead_of_id.is_(None)).label("due"),
                _count(inside, not_(takes_place)).label("cancelled"),
                _count(inside, told).label("given"),
                _count(inside, takes_place, lessons.c.topic.is_(None)).label("unfilled"),
                _count(told).label("year_given"),
            )
            .join(units, units.c.id == lessons.c.unit_id)
            .where(units.c.year_id == year_id, lessons.c.ends_at <= now)
            .group_by(lessons.c.unit_id, lessons.c.subject_id)
        )
        return {
            (row.unit_id, row.subject_id): Held(
                row.due, row.cancelled, row.given, row.unfilled, row.year_given
            )
            for row in rows
        }

    async def totals(self, year_id: int, span: Span) -> dict[PageKey, PlanTotal]:
        dated = plan_rows.c.planned_on.between(span.first, span.last)
        rows = await self.db.all(
            select(
                plans.c.unit_id,
                plans.c.subject_id,
                func.sum(plan_rows.c.hours).label("hours"),
                _hours(dated).label("dated"),
                _hours(plan_rows.c.planned_on.is_(None)).label("undated"),
            )
            .join(plan_rows, plan_rows.c.plan_id == plans.c.id)
            .where(plans.c.year_id == year_id)
            .group_by(plans.c.unit_id, plans.c.subject_id)
        )
        return {
            (row.unit_id, row.subject_id): PlanTotal(int(row.hours), int(row.dated), int(row.undated))
            for row in rows
        }

    async def curriculum(self, year_id: int) -> dict[tuple[int, int], int]:
        rows = await self.db.all(select(curriculum).where(curriculum.c.year_id == year_id))
        return {(row.grade, row.subject_id): row.hours_year for row in rows}


def _count(*conditions: ColumnElement[bool]) -> Function[int]:
    return func.sum(case((and_(*conditions), 1), else_=0))


def _hours(condition: ColumnElement[bool]) -> Function[int]:
    return func.sum(case((condition, plan_rows.c.hours), else_=0))
