"""How a lesson is read: with the names that its screens need."""

from typing import Any

from sqlalchemy import Row, Select, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from journal.model.lessons import Lesson, LessonStatus
from storage.tables.attendance import registers
from storage.tables.lessons import lessons
from storage.tables.people import units
from storage.tables.timetable import rooms, subjects


def lesson_select() -> Select[Any]:
    """Lessons with the names their screens need; one row a lesson."""
    return (
        select(
            lessons,
            units.c.name.label("unit_name"),
            units.c.grade,
            func.coalesce(units.c.parent_id, units.c.id).label("class_id"),
            subjects.c.name.label("subject"),
            subjects.c.markless,
            rooms.c.name.label("room"),
            registers.c.taken_at,
            registers.c.revision.label("register_revision"),
        )
        .join(units, units.c.id == lessons.c.unit_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .outerjoin(rooms, rooms.c.id == lessons.c.room_id)
        .outerjoin(registers, registers.c.lesson_id == lessons.c.id)
    )


def kept_by(person_id: int) -> ColumnElement[bool]:
    """The lesson is kept by that person: planned for, or substituted by."""
    return or_(
        lessons.c.substitute_id == person_id,
        lessons.c.teacher_id == person_id,
        lessons.c.second_teacher_id == person_id,
    )


def as_lesson(row: Row[Any]) -> Lesson:
    return Lesson(
        id=row.id,
        unit_id=row.unit_id,
        unit_name=row.unit_name,
        class_id=row.class_id,
        grade=row.grade,
        subject_id=row.subject_id,
        subject=row.subject,
        markless=row.markless,
        date=row.date,
        slot=row.slot,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        teacher_id=row.teacher_id,
        second_teacher_id=row.second_teacher_id,
        substitute_id=row.substitute_id,
        room=row.room,
        status=LessonStatus(row.status),
        topic=row.topic,
        tasks=row.tasks,
        task_type=row.task_type,
        plan_row_id=row.plan_row_id,
        register_taken_at=row.taken_at,
        register_revision=row.register_revision or 0,
        revision=row.revision,
        substituted_at=row.substituted_at,
        place=row.place,
        instead_of_id=row.instead_of_id,
    )
