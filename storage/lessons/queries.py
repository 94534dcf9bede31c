"""Queries about lessons."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import update

from journal.model.lessons import Lesson, LessonStatus
from storage.db import Db
from storage.lessons import questions
from storage.lessons.rows import as_lesson
from storage.question import Asked
from storage.tables.lessons import lessons
from storage.tables.marks import entry_requests

# Parallel classes have met within this time, or they are not taught side by side.
PARALLEL_SPAN = timedelta(days=14)


class LessonQueries:
    """Implements `journal.ports.lessons.Lessons`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def lesson(self, lesson_id: int) -> Lesson | None:
        return await self._lesson(questions.lesson(lesson_id))

    async def of_teacher(self, person_id: int, day: date) -> list[Lesson]:
        return await self._lessons(questions.of_teacher(person_id, day))

    async def of_unit(self, unit_id: int, first: date, last: date) -> list[Lesson]:
        return await self._lessons(questions.of_unit(unit_id, first, last))

    async def of_student(self, student_id: int, first: date, last: date) -> list[Lesson]:
        return await self._lessons(questions.of_student(student_id, first, last))

    async def running(self, moment: datetime, early: timedelta) -> list[Lesson]:
        # The day narrows to an index; it may turn between the zone's midnight and UTC's.
        first, last = moment.date() - timedelta(days=1), moment.date() + timedelta(days=1)
        return await self._lessons(questions.running(moment, moment + early, first, last))

    async def upcoming_of_page(
        self, unit_id: int, subject_id: int, after: datetime, many: int
    ) -> list[Lesson]:
        return await self._lessons(questions.upcoming_of_page(unit_id, subject_id, after, many))

    async def parallels(self, lesson: Lesson, person_id: int) -> list[Lesson]:
        since = lesson.date - PARALLEL_SPAN
        return await self._lessons(
            questions.parallels(
                person_id, lesson.subject_id, lesson.unit_id, lesson.grade, since, lesson.date
            )
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
        rows = await self.db.all(questions.last_ends(class_ids, day))
        return {row.class_id: row.ends_at for row in rows}

    async def days_of_teacher(self, person_id: int, day: date) -> tuple[date | None, date | None]:
        row = await self.db.first(questions.days_of_teacher(person_id, day))
        return (row.before, row.after) if row else (None, None)

    async def next_of_teacher(self, person_id: int, after: datetime) -> Lesson | None:
        return await self._lesson(questions.next_of_teacher(person_id, after))

    async def page_closed(self, unit_id: int, subject_id: int, day: date) -> bool:
        return await self.db.first(questions.closures(unit_id, subject_id, day)) is not None

    async def asks_already(self, lesson_id: int, kind: str, person_id: int, since: datetime) -> bool:
        return await self.db.first(questions.entry_asked(lesson_id, kind, person_id, since)) is not None

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
        found: datetime | None = await self.db.scalar(questions.opened_until(lesson_id, kind))
        return found

    async def _lesson(self, asked: Asked) -> Lesson | None:
        row = await self.db.first(asked)
        return as_lesson(row) if row else None

    async def _lessons(self, asked: Asked) -> list[Lesson]:
        return [as_lesson(row) for row in await self.db.all(asked)]
