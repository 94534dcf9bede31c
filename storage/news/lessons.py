"""The facts of lessons and of the people who give them."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import or_, select

from journal.model.lessons import Lesson, LessonStatus
from journal.model.people import Person
from storage.db import Db
from storage.lessons import as_lesson, lesson_select
from storage.people import PERSON, as_person
from storage.tables.lessons import lessons
from storage.tables.people import people
from storage.tables.school import years
from storage.tables.timetable import workload


async def by_ids(db: Db, ids: Collection[int]) -> dict[int, Lesson]:
    """The lessons, by id; one statement."""
    return {row.id: as_lesson(row) for row in await db.all(lesson_select().where(lessons.c.id.in_(ids)))}


async def persons(db: Db, ids: Collection[int]) -> dict[int, Person]:
    """People by id; one statement."""
    return {row.id: as_person(row) for row in await db.all(select(*PERSON).where(people.c.id.in_(ids)))}


async def kept(
    db: Db, persons: Collection[int], days: Collection[date]
) -> dict[tuple[int, date], list[Lesson]]:
    """The lessons each of these people keeps on each of these days, in order; one statement."""
    keepers = (lessons.c.teacher_id, lessons.c.second_teacher_id, lessons.c.substitute_id)
    rows = await db.all(
        lesson_select()
        .where(lessons.c.date.in_(days), or_(*(keeper.in_(persons) for keeper in keepers)))
        .order_by(lessons.c.starts_at, lessons.c.id)
    )
    found: dict[tuple[int, date], list[Lesson]] = {}
    for lesson in map(as_lesson, rows):
        for keeper in lesson.keepers:
            if keeper in persons:
                found.setdefault((keeper, lesson.date), []).append(lesson)
    return found


async def done_teaching(db: Db, day: date, before: datetime) -> list[int]:
    """Who has kept lessons that day and has none after the moment; one statement."""
    rows = await db.all(
        select(
            lessons.c.teacher_id, lessons.c.second_teacher_id, lessons.c.substitute_id, lessons.c.ends_at
        ).where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED)
    )
    last: dict[int, datetime] = {}
    for row in rows:
        for person in (row.teacher_id, row.second_teacher_id, row.substitute_id):
            if person is not None:
                last[person] = max(last.get(person, row.ends_at), row.ends_at)
    return sorted(person for person, end in last.items() if end <= before)


async def held_on(db: Db, day: date) -> bool:
    """Whether the school has a lesson that day."""
    found = await db.first(
        select(lessons.c.id).where(lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED).limit(1)
    )
    return found is not None


async def teaching_after(db: Db, day: date, moment: datetime) -> set[int]:
    """Who has a lesson of that day that ends after the moment; one statement."""
    rows = await db.all(
        select(lessons.c.teacher_id, lessons.c.second_teacher_id, lessons.c.substitute_id).where(
            lessons.c.date == day, lessons.c.status == LessonStatus.PLANNED, lessons.c.ends_at > moment
        )
    )
    return {person for row in rows for person in row if person is not None}


async def teachers_of(db: Db, day: date) -> list[int]:
    """Everybody whom the workload of that day's year gives a page; one statement."""
    return list(
        await db.scalars(
            select(workload.c.teacher_id)
            .join(years, years.c.id == workload.c.year_id)
            .where(years.c.starts_on <= day, years.c.ends_on >= day, workload.c.until.is_(None))
            .distinct()
            .order_by(workload.c.teacher_id)
        )
    )
