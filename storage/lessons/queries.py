"""Queries about lessons."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ScalarSelect, Select, and_, func, or_, select, union_all, update
from sqlalchemy.sql.elements import ColumnElement

from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import UnitKind
from storage.db import Db
from storage.lessons.rows import as_lesson, kept_by, lesson_select
from storage.people import belongs_on
from storage.tables.lessons import lessons
from storage.tables.marks import entry_requests, page_closures
from storage.tables.people import enrolments, units
from storage.tables.school import periods

# Parallel classes have met within this time, or they are not taught side by side.
PARALLEL_SPAN = timedelta(days=14)


def _nearest(person_id: int, wanted: ColumnElement[bool], order: Any, first: Any) -> ScalarSelect[Any]:
    """The first day in that order on which the person keeps a lesson: one look into each of three indexes.

    Asked for the least or greatest day at once, the database reads every lesson that was ever kept.
    """
    looks = (
        select(select(lessons.c.date).where(column == person_id, wanted).order_by(order).limit(1).subquery())
        for column in (lessons.c.teacher_id, lessons.c.second_teacher_id, lessons.c.substitute_id)
    )
    found = union_all(*looks).subquery()
    return select(first(found.c.date)).scalar_subquery()


class LessonQueries:
    """Implements `journal.ports.lessons.Lessons`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def lesson(self, lesson_id: int) -> Lesson | None:
        row = await self.db.first(lesson_select().where(lessons.c.id == lesson_id))
        return as_lesson(row) if row else None

    async def of_teacher(self, person_id: int, day: date) -> list[Lesson]:
        return await self._lessons(
            lesson_select()
            .where(
                lessons.c.date == day,
                kept_by(person_id),
            )
            .order_by(lessons.c.starts_at, lessons.c.unit_id)
        )

    async def of_unit(self, unit_id: int, first: date, last: date) -> list[Lesson]:
        return await self._lessons(
            lesson_select()
            .where(
                or_(units.c.id == unit_id, units.c.parent_id == unit_id),
                lessons.c.date.between(first, last),
            )
            .order_by(lessons.c.date, lessons.c.slot, lessons.c.unit_id)
        )

    async def of_student(self, student_id: int, first: date, last: date) -> list[Lesson]:
        return await self._lessons(
            lesson_select()
            .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
            .where(
                enrolments.c.student_id == student_id,
                lessons.c.date.between(first, last),
                belongs_on(lessons.c.date),
            )
            .order_by(lessons.c.date, lessons.c.slot)
        )

    async def running(self, moment: datetime, early: timedelta) -> list[Lesson]:
        return await self._lessons(
            lesson_select()
            .where(
                # The day narrows to an index; it may turn between the zone's midnight and UTC's.
                lessons.c.date.between(moment.date() - timedelta(days=1), moment.date() + timedelta(days=1)),
                lessons.c.starts_at <= moment + early,
                lessons.c.ends_at > moment,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .order_by(units.c.grade, units.c.name, lessons.c.id)
        )

    async def upcoming_of_page(
        self, unit_id: int, subject_id: int, after: datetime, many: int
    ) -> list[Lesson]:
        return await self._lessons(
            lesson_select()
            .where(
                lessons.c.unit_id == unit_id,
                lessons.c.subject_id == subject_id,
                lessons.c.starts_at > after,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .order_by(lessons.c.starts_at)
            .limit(many)
        )

    async def parallels(self, lesson: Lesson, person_id: int) -> list[Lesson]:
        # Each parallel page is met at its lesson of the same day, or else at its last one before.
        page = (
            select(lessons.c.unit_id, func.max(lessons.c.starts_at).label("starts_at"))
            .join(units, units.c.id == lessons.c.unit_id)
            .where(
                kept_by(person_id),
                lessons.c.subject_id == lesson.subject_id,
                lessons.c.unit_id != lesson.unit_id,
                units.c.grade == lesson.grade,
                lessons.c.date <= lesson.date,
                lessons.c.date >= lesson.date - PARALLEL_SPAN,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .group_by(lessons.c.unit_id)
            .subquery()
        )
        return await self._lessons(
            lesson_select()
            .join(page, and_(page.c.unit_id == lessons.c.unit_id, page.c.starts_at == lessons.c.starts_at))
            .where(lessons.c.subject_id == lesson.subject_id)
            .order_by(units.c.name)
        )

    async def fill(self, lesson_id: int, values: Mapping[str, Any], at: datetime, *, late: bool) -> None:
        more: dict[str, Any] = {"topic_at": at} if "topic" in values else {}
        if late:
            more["late"] = True
        await self.db.run(
            update(lessons)
            .where(lessons.c.id == lesson_id)
            .values(revision=lessons.c.revision + 1, **values, **more)
        )

    async def note_substitution(self, lesson_id: int, at: datetime) -> None:
        await self.db.run(update(lessons).where(lessons.c.id == lesson_id).values(substituted_at=at))

    async def substitute(self, lesson_id: int, person_id: int, at: datetime) -> None:
        await self.db.run(
            update(lessons)
            .where(lessons.c.id == lesson_id)
            .values(substitute_id=person_id, substituted_at=at, revision=lessons.c.revision + 1)
        )

    async def end_substitution(self, lesson_id: int) -> None:
        await self.db.run(
            update(lessons)
            .where(lessons.c.id == lesson_id)
            .values(substitute_id=None, substituted_at=None, revision=lessons.c.revision + 1)
        )

    async def cancel(self, lesson_id: int, reason: str) -> None:
        await self.db.run(
            update(lessons)
            .where(lessons.c.id == lesson_id)
            .values(status=LessonStatus.CANCELLED, cancel_reason=reason, revision=lessons.c.revision + 1)
        )

    async def last_end(self, class_id: int, day: date) -> datetime | None:
        return (await self.last_ends([class_id], day)).get(class_id)

    async def last_ends(self, class_ids: Collection[int], day: date) -> dict[int, datetime]:
        class_id = func.coalesce(units.c.parent_id, units.c.id)
        rows = await self.db.all(
            select(class_id.label("class_id"), func.max(lessons.c.ends_at).label("ends_at"))
            .join(units, units.c.id == lessons.c.unit_id)
            .where(class_id.in_(class_ids), units.c.kind != UnitKind.INDIVIDUAL)
            .where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED)
            .group_by(class_id)
        )
        return {row.class_id: row.ends_at for row in rows}

    async def days_of_teacher(self, person_id: int, day: date) -> tuple[date | None, date | None]:
        before = _nearest(person_id, lessons.c.date < day, lessons.c.date.desc(), func.max)
        after = _nearest(person_id, lessons.c.date > day, lessons.c.date, func.min)
        row = await self.db.first(select(before.label("before"), after.label("after")))
        return (row.before, row.after) if row else (None, None)

    async def next_of_teacher(self, person_id: int, after: datetime) -> Lesson | None:
        row = await self.db.first(
            lesson_select()
            .where(
                kept_by(person_id),
                lessons.c.starts_at > after,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .order_by(lessons.c.starts_at)
            .limit(1)
        )
        return as_lesson(row) if row else None

    async def page_closed(self, unit_id: int, subject_id: int, day: date) -> bool:
        found = await self.db.first(
            select(page_closures.c.id)
            .join(periods, periods.c.id == page_closures.c.period_id)
            .where(
                page_closures.c.unit_id == unit_id,
                page_closures.c.subject_id == subject_id,
                page_closures.c.reopened_at.is_(None),
                periods.c.starts_on <= day,
                periods.c.ends_on >= day,
            )
            .limit(1)
        )
        return found is not None

    async def asks_already(self, lesson_id: int, kind: str, person_id: int, since: datetime) -> bool:
        found = await self.db.first(
            select(entry_requests.c.id).where(
                entry_requests.c.lesson_id == lesson_id,
                entry_requests.c.kind == kind,
                entry_requests.c.requested_by == person_id,
                entry_requests.c.status == "waiting",
                entry_requests.c.requested_at > since,
            )
        )
        return found is not None

    async def ask_entry(self, lesson_id: int, kind: str, reason: str, person_id: int, at: datetime) -> int:
        return await self.db.insert(
            entry_requests,
            lesson_id=lesson_id,
            kind=kind,
            reason=reason,
            requested_by=person_id,
            requested_at=at,
            status="waiting",
        )

    async def opened_until(self, lesson_id: int, kind: str) -> datetime | None:
        found: datetime | None = await self.db.scalar(
            select(func.max(entry_requests.c.open_until)).where(
                entry_requests.c.lesson_id == lesson_id,
                entry_requests.c.kind == kind,
                entry_requests.c.status == "granted",
            )
        )
        return found

    async def _lessons(self, statement: Select[Any]) -> list[Lesson]:
        return [as_lesson(row) for row in await self.db.all(statement)]
