"""Queries about lessons of somebody away, and who may take them."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from journal.model.covering import Away, Stand
from journal.model.lessons import Lesson, LessonStatus
from journal.model.span import Span
from storage.db import Db
from storage.lessons import as_lesson, lesson_select
from storage.people import PERSON, as_person
from storage.tables.lessons import lessons
from storage.tables.people import people, units
from storage.tables.timetable import subjects, timetable_changes, workload

KIND = "teacher_away"
STANDS, OVER = "stands", "over"


class CoveringQueries:
    """Implements `journal.ports.covering.Covering`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def add_away(self, person_id: int, first: date, last: date, by: int, at: datetime) -> int:
        await self.end_away(person_id, by, at)
        return await self.db.insert(
            timetable_changes,
            kind=KIND,
            payload={"person": person_id, "first": first.isoformat(), "last": last.isoformat()},
            status=STANDS,
            requested_by=by,
            requested_at=at,
        )

    async def end_away(self, person_id: int, by: int, at: datetime) -> None:
        standing = [row.id for row in await self._standing() if row.payload["person"] == person_id]
        await self.db.run(
            update(timetable_changes)
            .where(timetable_changes.c.id.in_(standing))
            .values(status=OVER, decided_by=by, decided_at=at)
        )

    async def away(self, since: date) -> list[Away]:
        rows = [row for row in await self._standing() if row.payload["last"] >= since.isoformat()]
        found = await self.db.all(
            select(*PERSON).where(people.c.id.in_([row.payload["person"] for row in rows]))
        )
        known = {row.id: as_person(row) for row in found}
        return [
            Away(
                row.id,
                known[row.payload["person"]],
                date.fromisoformat(row.payload["first"]),
                date.fromisoformat(row.payload["last"]),
            )
            for row in rows
            if row.payload["person"] in known
        ]

    async def lessons_of(self, persons: Collection[int], first: date, last: date) -> list[Lesson]:
        rows = await self.db.all(
            lesson_select()
            .where(lessons.c.date.between(first, last), lessons.c.teacher_id.in_(persons))
            .order_by(lessons.c.starts_at, lessons.c.id)
        )
        return [as_lesson(row) for row in rows]

    async def free(self, lesson: Lesson) -> list[Stand]:
        same = workload.c.subject_id == lesson.subject_id
        rows = await self.db.all(
            select(
                *PERSON,
                workload.c.subject_id,
                subjects.c.name.label("subject"),
            )
            .join(workload, workload.c.teacher_id == people.c.id)
            .join(subjects, subjects.c.id == workload.c.subject_id)
            .where(
                or_(same, workload.c.unit_id == lesson.unit_id),
                people.c.id.not_in(lesson.keepers),
                ~_busy(people.c.id, lesson),
            )
            .distinct()
            .order_by(people.c.last_name, people.c.first_name, workload.c.subject_id)
        )
        found: dict[int, Stand] = {}
        for row in rows:
            fits = row.subject_id == lesson.subject_id
            if row.id not in found or (fits and not found[row.id].same):
                found[row.id] = Stand(as_person(row), row.subject_id, row.subject, fits)
        return sorted(found.values(), key=lambda stand: not stand.same)

    async def sibling(self, lesson: Lesson) -> Lesson | None:
        return await self._first(
            and_(
                units.c.parent_id == lesson.class_id,
                lessons.c.subject_id == lesson.subject_id,
                lessons.c.id != lesson.id,
                lessons.c.date == lesson.date,
                lessons.c.slot == lesson.slot,
            )
            if lesson.unit_id != lesson.class_id
            else None
        )

    async def last_of_class(self, lesson: Lesson) -> Lesson | None:
        row = await self.db.first(
            lesson_select()
            .where(
                lessons.c.unit_id == lesson.unit_id,
                lessons.c.date == lesson.date,
                lessons.c.slot > lesson.slot,
                lessons.c.status == LessonStatus.PLANNED,
            )
            .order_by(lessons.c.slot.desc())
            .limit(1)
        )
        found = as_lesson(row) if row else None
        if found is None or found.teacher_id is None or found.teacher_id in lesson.keepers:
            return None
        busy = await self.db.scalar(select(_busy(found.teacher_id, lesson)))
        return None if busy else found

    async def change(self, lesson_id: int, values: dict[str, Any]) -> None:
        await self.db.run(
            update(lessons).where(lessons.c.id == lesson_id).values(revision=lessons.c.revision + 1, **values)
        )

    async def add_lesson(self, lesson: Lesson, subject_id: int, teacher_id: int) -> int:
        room = await self.db.scalar(select(lessons.c.room_id).where(lessons.c.id == lesson.id))
        return await self.db.insert(
            lessons,
            unit_id=lesson.unit_id,
            subject_id=subject_id,
            date=lesson.date,
            slot=lesson.slot,
            starts_at=lesson.starts_at,
            ends_at=lesson.ends_at,
            teacher_id=teacher_id,
            room_id=room,
            instead_of_id=lesson.id,
        )

    async def exchanged(self, span: Span) -> list[Lesson]:
        cancelled = lessons.alias("cancelled")
        stands_in = (
            select(cancelled.c.id)
            .where(
                cancelled.c.unit_id == lessons.c.unit_id,
                cancelled.c.date == lessons.c.date,
                cancelled.c.slot == lessons.c.slot,
                cancelled.c.status == LessonStatus.CANCELLED,
            )
            .exists()
        )
        rows = await self.db.all(
            lesson_select()
            .where(
                lessons.c.date.between(span.first, span.last),
                or_(
                    lessons.c.substitute_id.is_not(None),
                    lessons.c.status == LessonStatus.CANCELLED,
                    stands_in,
                ),
            )
            .order_by(lessons.c.date, lessons.c.slot, units.c.grade, units.c.name, lessons.c.id)
        )
        return [as_lesson(row) for row in rows]

    async def _first(self, condition: ColumnElement[bool] | None) -> Lesson | None:
        if condition is None:
            return None
        row = await self.db.first(
            lesson_select().where(condition, lessons.c.status == LessonStatus.PLANNED).limit(1)
        )
        return as_lesson(row) if row else None

    async def _standing(self) -> list[Any]:
        return list(
            await self.db.all(
                select(timetable_changes)
                .where(timetable_changes.c.kind == KIND, timetable_changes.c.status == STANDS)
                .order_by(timetable_changes.c.id)
            )
        )


def _busy(person: Any, lesson: Lesson) -> ColumnElement[bool]:
    """Whether that person keeps another lesson at the hour of this one."""
    other = lessons.alias("other")
    keeps = or_(
        other.c.substitute_id == person,
        and_(other.c.teacher_id == person, other.c.substitute_id.is_(None)),
        other.c.second_teacher_id == person,
    )
    return (
        select(other.c.id)
        .where(
            other.c.date == lesson.date,
            other.c.starts_at < lesson.ends_at,
            other.c.ends_at > lesson.starts_at,
            other.c.status == LessonStatus.PLANNED,
            keeps,
        )
        .exists()
    )
