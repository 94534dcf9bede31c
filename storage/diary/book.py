"""What a diary shows of a whole year: results, subjects, the programme, events."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, or_, select, union_all

from journal.model.ahead import Happening, PlannedWork
from journal.model.diary import Progress
from journal.model.lessons import LessonStatus
from journal.model.marks import Mark, Result, ResultKind
from journal.model.span import Span
from storage.db import Db
from storage.diary.days import as_mark, mark_select
from storage.people import belongs_on
from storage.question import question
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.marks import marks, results, works
from storage.tables.notices import class_events
from storage.tables.people import enrolments, units
from storage.tables.school import calendar_days
from storage.tables.timetable import curriculum, subjects


class BookQueries:
    db: Db

    async def mark(self, mark_id: int) -> Mark | None:
        row = await self.db.first(mark_select().where(marks.c.id == mark_id))
        return as_mark(row) if row else None

    async def results(self, student_id: int, year_id: int) -> list[Result]:
        rows = await self.db.all(
            select(results, subjects.c.name.label("subject"))
            .join(subjects, subjects.c.id == results.c.subject_id)
            .where(results.c.student_id == student_id, results.c.year_id == year_id)
            .order_by(subjects.c.name, results.c.id)
        )
        return [
            Result(
                row.student_id, row.subject_id, row.subject, ResultKind(row.kind), row.value, row.period_id
            )
            for row in rows
        ]

    async def period_results(
        self, students: Collection[int], subject_id: int, period_id: int
    ) -> dict[int, str]:
        rows = await self.db.all(
            select(results.c.student_id, results.c.value).where(
                results.c.student_id.in_(students),
                results.c.subject_id == subject_id,
                results.c.period_id == period_id,
                results.c.kind == ResultKind.PERIOD,
            )
        )
        return {row.student_id: row.value for row in rows}

    async def results_of_period(self, students: Collection[int], period_id: int) -> dict[int, dict[int, str]]:
        rows = await self.db.all(
            select(results.c.student_id, results.c.subject_id, results.c.value).where(
                results.c.student_id.in_(students),
                results.c.period_id == period_id,
                results.c.kind == ResultKind.PERIOD,
            )
        )
        found: dict[int, dict[int, str]] = {}
        for row in rows:
            found.setdefault(row.student_id, {})[row.subject_id] = row.value
        return found

    async def subjects(self, students: Collection[int], span: Span) -> dict[int, dict[int, str]]:
        rows = await self.db.all(
            select(enrolments.c.student_id, subjects.c.id, subjects.c.name)
            .join(lessons, lessons.c.subject_id == subjects.c.id)
            .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
            .where(
                enrolments.c.student_id.in_(students),
                lessons.c.date.between(span.first, span.last),
                belongs_on(lessons.c.date),
            )
            .distinct()
            .order_by(subjects.c.name)
        )
        found: dict[int, dict[int, str]] = {student: {} for student in students}
        for row in rows:
            found[row.student_id][row.id] = row.name
        return found

    async def progress(self, student_id: int, year_id: int, now: datetime) -> list[Progress]:
        planned = func.coalesce(func.max(plans.c.hours), func.max(curriculum.c.hours_year))
        given = func.sum(case((and_(lessons.c.ends_at <= now, lessons.c.topic.is_not(None)), 1), else_=0))
        rows = await self.db.all(
            select(subjects.c.name, given.label("given"), planned.label("planned"), func.count().label("due"))
            .select_from(lessons)
            .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
            .join(units, units.c.id == lessons.c.unit_id)
            .join(subjects, subjects.c.id == lessons.c.subject_id)
            .outerjoin(
                plans,
                and_(
                    plans.c.subject_id == lessons.c.subject_id,
                    plans.c.unit_id == lessons.c.unit_id,
                    plans.c.year_id == year_id,
                ),
            )
            .outerjoin(
                curriculum,
                and_(
                    curriculum.c.subject_id == lessons.c.subject_id,
                    curriculum.c.grade == units.c.grade,
                    curriculum.c.year_id == year_id,
                ),
            )
            .where(
                enrolments.c.student_id == student_id,
                enrolments.c.until.is_(None),
                units.c.year_id == year_id,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .group_by(subjects.c.id, subjects.c.name)
            .order_by(subjects.c.name)
        )
        return [Progress(row.name, int(row.given), row.planned or None) for row in rows]

    async def happenings(self, students: Collection[int], span: Span) -> dict[int, list[Happening]]:
        grades: dict[int, dict[int, int]] = {student: {} for student in students}
        for row in await self.db.all(_units_of(students, span.first, span.last)):
            grades[row.student_id][row.id] = row.grade
        held = await self.db.all(_events(span.first, span.last))
        special = await self.db.all(_special_days(span.first, span.last))
        return {student: _told(own, held, special) for student, own in grades.items()}

    async def planned_works(self, units_of: Collection[int], span: Span) -> list[PlannedWork]:
        by_plan = (
            select(
                plan_rows.c.id,
                plan_rows.c.planned_on,
                plan_rows.c.work_kind,
                plan_rows.c.topic,
                subjects.c.name,
            )
            .join(plans, plans.c.id == plan_rows.c.plan_id)
            .join(subjects, subjects.c.id == plans.c.subject_id)
            .where(
                plans.c.unit_id.in_(units_of),
                plan_rows.c.work_kind.is_not(None),
                plan_rows.c.planned_on.between(span.first, span.last),
            )
        )
        # Said by the teacher ahead of the lesson; ids of the two must not meet.
        by_word = (
            select(-works.c.id, works.c.date, works.c.kind, func.coalesce(works.c.title, ""), subjects.c.name)
            .join(lessons, lessons.c.id == works.c.lesson_id)
            .join(subjects, subjects.c.id == works.c.subject_id)
            .where(
                works.c.unit_id.in_(units_of),
                works.c.created_at < lessons.c.starts_at,
                works.c.date.between(span.first, span.last),
            )
        )
        rows = await self.db.all(union_all(by_plan, by_word))
        found = [PlannedWork(row.id, row.planned_on, row.name, row.work_kind, row.topic) for row in rows]
        known = {(one.date, one.subject, one.kind) for one in found if one.id > 0}
        told = [one for one in found if one.id > 0 or (one.date, one.subject, one.kind) not in known]
        return sorted(told, key=lambda one: (one.date, one.subject))

    async def units(self, student_id: int) -> dict[int, int]:
        rows = await self.db.all(
            select(units.c.id, units.c.grade)
            .join(enrolments, enrolments.c.unit_id == units.c.id)
            .where(enrolments.c.student_id == student_id, enrolments.c.until.is_(None))
        )
        return {row.id: row.grade for row in rows}


@question
def _units_of(students: Collection[int], first: date, last: date) -> Select[Any]:
    return (
        select(enrolments.c.student_id, units.c.id, units.c.grade)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(
            enrolments.c.student_id.in_(students),
            enrolments.c.since <= last,
            or_(enrolments.c.until.is_(None), enrolments.c.until > first),
        )
    )


@question
def _events(first: date, last: date) -> Select[Any]:
    return select(class_events).where(
        class_events.c.date.between(first, last), class_events.c.withdrawn_at.is_(None)
    )


@question
def _special_days(first: date, last: date) -> Select[Any]:
    return select(calendar_days).where(calendar_days.c.starts_on <= last, calendar_days.c.ends_on >= first)


def _told(own: dict[int, int], held: Sequence[Row[Any]], special: Sequence[Row[Any]]) -> list[Happening]:
    """What concerns the student of these units, each with its grade."""
    found = [_as_event(row) for row in held if row.unit_id is None or row.unit_id in own]
    found += [
        _as_special_day(row)
        for row in special
        if (row.unit_id is None or row.unit_id in own)
        and any((row.grade_from or 0) <= grade <= (row.grade_to or grade) for grade in own.values())
    ]
    return sorted(found, key=lambda item: (item.first, item.starts or time.min, item.title))


def _as_event(row: Row[Any]) -> Happening:
    return Happening(f"event/{row.id}", row.date, row.date, row.title, row.starts, row.place)


def _as_special_day(row: Row[Any]) -> Happening:
    return Happening(f"day/{row.id}", row.starts_on, row.ends_on, row.name)
