"""The plan that a lesson's page follows, and how far it has been given."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, Select, func, select

from journal.model.lessons import Lesson
from journal.model.plans import PlanRow, RowState
from storage.db import Db
from storage.question import question
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.people import units


class PageQueries:
    """Of one lesson's page."""

    db: Db

    async def rows(self, lesson: Lesson) -> list[PlanRow]:
        either = (lesson.unit_id, lesson.class_id)
        return [as_row(row) for row in await self.db.all(_rows(lesson.unit_id, lesson.subject_id, either))]

    async def given(self, lesson: Lesson) -> dict[int, int]:
        rows = await self.db.all(_given(lesson.unit_id, lesson.subject_id, lesson.id))
        return {row.plan_row_id: row.times for row in rows}


@question
def _rows(unit_id: int, subject_id: int, either: Collection[int]) -> Select[Any]:
    """The page's own plan before its class's."""
    plan = (
        select(plans.c.id)
        .join(units, units.c.year_id == plans.c.year_id)
        .where(units.c.id == unit_id, plans.c.subject_id == subject_id, plans.c.unit_id.in_(either))
        .order_by(plans.c.unit_id != unit_id)
        .limit(1)
        .scalar_subquery()
    )
    return select(plan_rows).where(plan_rows.c.plan_id == plan).order_by(plan_rows.c.number)


@question
def _given(unit_id: int, subject_id: int, but: int) -> Select[Any]:
    return (
        select(lessons.c.plan_row_id, func.count().label("times"))
        .where(
            lessons.c.unit_id == unit_id,
            lessons.c.subject_id == subject_id,
            lessons.c.plan_row_id.is_not(None),
            lessons.c.id != but,
        )
        .group_by(lessons.c.plan_row_id)
    )


def as_row(row: Row[Any]) -> PlanRow:
    return PlanRow(
        row.id,
        row.number,
        row.topic,
        row.section,
        row.hours,
        row.planned_on,
        row.homework,
        row.work_kind,
        RowState(row.state),
    )
