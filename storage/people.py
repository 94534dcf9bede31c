"""Queries about people and journal units."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, and_, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from journal.model.people import Child, Person, Unit, UnitKind, name_key
from journal.policy import Scope
from storage.db import Db
from storage.question import question
from storage.tables.people import enrolments, people, students, units
from storage.tables.timetable import workload

PERSON = (people.c.id, people.c.last_name, people.c.first_name, people.c.middle_name)


def belongs_on(day: date | ColumnElement[date]) -> ColumnElement[bool]:
    """The enrolment holds on that day, or on the day in that column."""
    return and_(enrolments.c.since <= day, or_(enrolments.c.until.is_(None), enrolments.c.until > day))


def class_of(student_id: ColumnElement[int], holds: ColumnElement[bool]) -> ScalarSelect[int]:
    """The class (never a subgroup) of the student in that column, by the enrolment that holds.

    Asked of one student after the other: a join with everybody's classes would be worked out for all of them.
    """
    classes = units.alias("classes")
    return (
        select(func.max(enrolments.c.unit_id))
        .join(classes, classes.c.id == enrolments.c.unit_id)
        .where(enrolments.c.student_id == student_id, classes.c.parent_id.is_(None), holds)
        .scalar_subquery()
    )


def shares_the_page(
    unit_id: ColumnElement[int] | Any, subject_id: ColumnElement[int] | int, day: date
) -> ColumnElement[bool]:
    """The student has no plan of the own in that subject: its page is another one (R-074)."""
    own, theirs, taught = units.alias("own"), enrolments.alias("theirs"), workload.alias("taught")
    apart = (
        select(theirs.c.id)
        .join(own, own.c.id == theirs.c.unit_id)
        .join(taught, taught.c.unit_id == own.c.id)
        .where(
            theirs.c.student_id == enrolments.c.student_id,
            theirs.c.since <= day,
            or_(theirs.c.until.is_(None), theirs.c.until > day),
            own.c.kind == UnitKind.INDIVIDUAL,
            own.c.id != unit_id,
            taught.c.subject_id == subject_id,
            taught.c.until.is_(None),
        )
    )
    return ~apart.exists()


def as_person(row: Row[Any]) -> Person:
    return Person(row.id, row.last_name, row.first_name, row.middle_name)


def _taught_by(person_id: int | None) -> Select[tuple[int]]:
    """The classes that the workload gives a person, as a whole or a part of them."""
    part = units.alias("part")
    return (
        select(func.coalesce(part.c.parent_id, part.c.id))
        .join(workload, workload.c.unit_id == part.c.id)
        .where(workload.c.teacher_id == person_id, workload.c.until.is_(None))
    )


def as_unit(row: Row[Any]) -> Unit:
    return Unit(
        row.id,
        UnitKind(row.kind),
        row.name,
        row.grade,
        row.year_id,
        row.shift,
        row.parent_id,
        row.subject_id,
    )


@question
def _child(student_id: int) -> Select[Any]:
    return (
        select(people.c.first_name, people.c.last_name, units.c.id.label("unit_id"), units.c.name)
        .select_from(people)
        .join(students, students.c.person_id == people.c.id)
        .outerjoin(units, units.c.id == class_of(people.c.id, enrolments.c.until.is_(None)))
        .where(people.c.id == student_id)
    )


@question
def select_persons(person_ids: Collection[int]) -> Select[Any]:
    return select(*PERSON).where(people.c.id.in_(person_ids))


@question
def _unit(unit_id: int) -> Select[Any]:
    return select(units).where(units.c.id == unit_id)


class PeopleQueries:
    """Implements `journal.ports.people.People`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def person(self, person_id: int) -> Person | None:
        row = await self.db.first(select_persons([person_id]))
        return as_person(row) if row else None

    async def persons(self, person_ids: Collection[int]) -> dict[int, Person]:
        return {row.id: as_person(row) for row in await self.db.all(select_persons(person_ids))}

    async def unit(self, unit_id: int) -> Unit | None:
        row = await self.db.first(_unit(unit_id))
        return as_unit(row) if row else None

    async def units(self, unit_ids: Collection[int]) -> list[Unit]:
        rows = await self.db.all(
            select(units).where(units.c.id.in_(unit_ids)).order_by(units.c.grade, units.c.name)
        )
        return [as_unit(row) for row in rows]

    async def classes(self, scope: Scope) -> list[Unit]:
        statement = select(units).where(units.c.parent_id.is_(None), units.c.closed_on.is_(None))
        if not scope.everything:
            statement = statement.where(
                or_(units.c.id.in_(scope.class_ids), units.c.id.in_(_taught_by(scope.teacher_id)))
            )
        rows = await self.db.all(statement.order_by(units.c.grade, units.c.name))
        return [as_unit(row) for row in rows]

    async def child(self, student_id: int) -> Child | None:
        row = await self.db.first(_child(student_id))
        return Child(student_id, row.first_name, row.last_name, row.unit_id, row.name or "") if row else None

    async def members_of(self, unit_ids: Collection[int], day: date) -> list[Person]:
        rows = await self.db.all(
            select(*PERSON)
            .join(enrolments, enrolments.c.student_id == people.c.id)
            .where(enrolments.c.unit_id.in_(unit_ids), belongs_on(day))
            .distinct()
        )
        return [as_person(row) for row in rows]

    async def rolls(self, unit_ids: Collection[int], day: date) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {number: set() for number in unit_ids}
        for row in await self.db.all(
            select(enrolments.c.unit_id, enrolments.c.student_id).where(
                enrolments.c.unit_id.in_(unit_ids), belongs_on(day)
            )
        ):
            found[row.unit_id].add(row.student_id)
        return found

    async def members(self, unit_id: int, day: date) -> list[Person]:
        rows = await self.db.all(
            select(*PERSON)
            .join(enrolments, enrolments.c.student_id == people.c.id)
            .where(enrolments.c.unit_id == unit_id, belongs_on(day))
        )
        return sorted((as_person(row) for row in rows), key=name_key)
