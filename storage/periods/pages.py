"""Pages of the workload whose students get marks for periods, and how far each of them is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, func, select, tuple_
from sqlalchemy.sql.elements import ColumnElement

from journal.model.people import Person, UnitKind, name_key
from journal.model.periods import Assessment, ResultPage
from journal.ports.periods import PageKey
from storage.db import Db
from storage.people import PERSON, as_person, belongs_on, shares_the_page
from storage.tables.marks import results
from storage.tables.people import enrolments, people, units
from storage.tables.timetable import subjects, workload


class PageQueries:
    db: Db

    async def page(self, unit_id: int, subject_id: int) -> ResultPage | None:
        row = await self.db.first(
            page_select().where(units.c.id == unit_id, subjects.c.id == subject_id).limit(1)
        )
        return as_page(row) if row else None

    async def pages(self, year_id: int, teacher_id: int | None = None) -> list[ResultPage]:
        statement = page_select().where(workload.c.year_id == year_id, units.c.closed_on.is_(None))
        if teacher_id is not None:
            statement = statement.where(workload.c.teacher_id == teacher_id)
        rows = await self.db.all(statement.order_by(units.c.grade, units.c.name, subjects.c.name))
        return [as_page(row) for row in rows]

    async def teachers(self, year_id: int) -> dict[PageKey, list[Person]]:
        rows = await self.db.all(
            select(workload.c.unit_id, workload.c.subject_id, *PERSON)
            .join(people, people.c.id == workload.c.teacher_id)
            .where(workload.c.year_id == year_id, workload.c.until.is_(None))
            .order_by(people.c.last_name, people.c.id)
        )
        found: dict[PageKey, list[Person]] = {}
        for row in rows:
            found.setdefault((row.unit_id, row.subject_id), []).append(as_person(row))
        return found

    async def students(self, page: ResultPage, day: date) -> list[Person]:
        rows = await self.db.all(
            select(*PERSON)
            .join(enrolments, enrolments.c.student_id == people.c.id)
            .where(
                enrolments.c.unit_id == page.unit_id,
                belongs_on(day),
                shares_the_page(enrolments.c.unit_id, page.subject_id, day),
            )
        )
        return sorted((as_person(row) for row in rows), key=name_key)

    async def counts(
        self, pages: Sequence[ResultPage], assessment: Assessment, day: date
    ) -> dict[PageKey, tuple[int, int]]:
        keys = [(page.unit_id, page.subject_id) for page in pages]
        if not keys:
            return {}
        # Who is a student of the page now; marks of those who left are not counted.
        of_page = (
            select(workload.c.unit_id, workload.c.subject_id, enrolments.c.student_id)
            .join(enrolments, enrolments.c.unit_id == workload.c.unit_id)
            .where(
                tuple_(workload.c.unit_id, workload.c.subject_id).in_(keys),
                workload.c.until.is_(None),
                belongs_on(day),
                shares_the_page(workload.c.unit_id, workload.c.subject_id, day),
            )
            .distinct()
            .subquery()
        )
        rows = await self.db.all(
            select(
                of_page.c.unit_id,
                of_page.c.subject_id,
                func.count(results.c.id).label("given"),
                func.count().label("students"),
            )
            .outerjoin(
                results,
                and_(
                    results.c.student_id == of_page.c.student_id,
                    results.c.subject_id == of_page.c.subject_id,
                    of_assessment(assessment),
                ),
            )
            .group_by(of_page.c.unit_id, of_page.c.subject_id)
        )
        return {(row.unit_id, row.subject_id): (row.given, row.students) for row in rows}


def of_assessment(assessment: Assessment) -> ColumnElement[bool]:
    """Narrows results to those of one assessment."""
    return and_(
        results.c.year_id == assessment.year_id,
        results.c.kind == assessment.kind,
        results.c.period_id.is_(None)
        if assessment.period_id is None
        else results.c.period_id == assessment.period_id,
    )


def page_select() -> Select[Any]:
    """Pages with their names; one row a page, however many teachers it has."""
    return (
        select(
            units.c.id.label("unit_id"),
            units.c.name.label("unit_name"),
            func.coalesce(units.c.parent_id, units.c.id).label("class_id"),
            units.c.grade,
            units.c.year_id,
            units.c.kind,
            subjects.c.id.label("subject_id"),
            subjects.c.name.label("subject"),
            subjects.c.markless,
        )
        .join(workload, workload.c.unit_id == units.c.id)
        .join(subjects, subjects.c.id == workload.c.subject_id)
        .where(workload.c.until.is_(None))
        .distinct()
    )


def as_page(row: Row[Any]) -> ResultPage:
    return ResultPage(
        row.unit_id,
        row.unit_name,
        row.class_id,
        row.grade,
        row.year_id,
        row.subject_id,
        row.subject,
        row.markless,
        row.kind == UnitKind.INDIVIDUAL,
    )
