"""Written works the demo's algebra teacher has collected and is checking."""

from datetime import timedelta

from sqlalchemy import select

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import EPOCH, Draft
from storage.tables.lessons import lessons
from storage.tables.marks import works
from storage.tables.people import units
from storage.tables.timetable import subjects

SUBJECT = "Алгебра"
TERM = timedelta(days=7)


async def write_checking(draft: Draft) -> None:
    """A check work of the last lesson of algebra before today, no mark of it yet."""
    lesson = await draft.db.first(
        select(lessons)
        .join(units, units.c.id == lessons.c.unit_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .where(units.c.name == HERO_CLASS, subjects.c.name == SUBJECT, lessons.c.date < EPOCH.date())
        .order_by(lessons.c.starts_at.desc())
    )
    if lesson is None:
        return
    await draft.db.insert(
        works,
        lesson_id=lesson.id,
        unit_id=lesson.unit_id,
        subject_id=lesson.subject_id,
        date=lesson.date,
        kind="check",
        weight=2,
        teacher_id=lesson.teacher_id,
        created_at=lesson.ends_at,
        collected_at=lesson.ends_at,
        due_on=lesson.date + TERM,
    )
