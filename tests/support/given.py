"""What the scenarios of a diary begin with: marks, homework, absences and events that stand already."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from journal.model.attendance import Presence, Reason
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import homework
from storage.tables.marks import marks, works
from storage.tables.notices import class_events
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, lesson_id, person_id, student_id, subject_id, unit_id

ANYA = student_id("anya")
ALGEBRA_TOMORROW = lesson_id("7Б", TODAY + timedelta(days=1), 1)
AT = datetime(2026, 10, 14, 6, 30, tzinfo=UTC)
TEACHERS = {"algebra": "anna", "russian": "maria", "geography": "nikolai"}


async def give_mark(
    store: SqlStore,
    value: str,
    student: int = ANYA,
    weight: str = "1",
    subject: str = "russian",
    slot: int = 1,
) -> int:
    """A mark of an answer today, at a work of its own; its id."""
    teacher, page = person_id(TEACHERS[subject]), {"subject_id": subject_id(subject), "date": TODAY}
    async with store.connection(writing=True) as db:
        work = await db.insert(
            works,
            lesson_id=lesson_id("7Б", TODAY, slot),
            unit_id=unit_id("7Б"),
            kind="answer",
            weight=Decimal(weight),
            teacher_id=teacher,
            created_at=AT,
            **page,
        )
        mark = await db.insert(
            marks, work_id=work, student_id=student, value=value, author_id=teacher, entered_at=AT, **page
        )
        await db.connection.commit()
        return mark


async def give(store: SqlStore, student: int, *values: str, subject: str = "algebra") -> None:
    """Several marks of a subject."""
    for value in values:
        await give_mark(store, value, student, subject=subject, slot=2)


async def set_homework(store: SqlStore, text: str, lesson: int = ALGEBRA_TOMORROW) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            homework,
            lesson_id=lesson,
            text=text,
            author_id=person_id("anna"),
            created_at=AT,
            updated_at=AT,
        )
        await db.connection.commit()


async def plan_event(store: SqlStore, title: str, day: date, unit: str | None = "7Б") -> None:
    """An event of a class, or of the whole school."""
    async with store.connection(writing=True) as db:
        await db.insert(
            class_events,
            unit_id=unit_id(unit) if unit else None,
            date=day,
            starts=time(18, 30),
            title=title,
            place="каб. 214",
            author_id=person_id("maria"),
            created_at=AT,
        )
        await db.connection.commit()


async def miss(store: SqlStore, slot: int, reason: Reason | None = None, student: int = ANYA) -> None:
    async with store.connection(writing=True) as db:
        lesson = lesson_id("7Б", TODAY, slot)
        await db.insert_new(
            registers,
            [{"lesson_id": lesson, "expected": [student], "taken_by": 101, "taken_at": AT, "revision": 1}],
        )
        await db.insert(
            attendance,
            lesson_id=lesson,
            student_id=student,
            date=TODAY,
            slot=slot,
            status=Presence.ABSENT,
            reason=reason,
            entered_by=101,
            entered_at=AT,
        )
        await db.connection.commit()
