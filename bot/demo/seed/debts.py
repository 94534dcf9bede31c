"""What the child of the first phone owes: a two to retake, a missed control work, and a two put right."""

from datetime import timedelta

from sqlalchemy import select, update

from bot.demo.history import RETAKE as DAYS
from bot.demo.seed.draft import EPOCH, Draft, Row
from journal.marks.correcting import RETAKE
from journal.model.attendance import Presence
from storage.tables.attendance import attendance
from storage.tables.lessons import lessons
from storage.tables.marks import mark_revisions, marks, works
from storage.tables.timetable import subjects

TO_RETAKE, PUT_RIGHT = "Геометрия", "География"
FAILED = "2"


async def write_debts(draft: Draft) -> None:
    failed, again = await _control(draft, TO_RETAKE), await _control(draft, PUT_RIGHT)
    if failed is not None:
        await draft.db.run(
            update(marks)
            .where(marks.c.id == failed["id"])
            .values(value=FAILED, retake_until=failed["date"] + DAYS)
        )
    if again is not None:
        await draft.db.insert(
            mark_revisions,
            mark_id=again["id"],
            revision=1,
            value_before=FAILED,
            value_after=again["value"],
            author_id=again["author_id"],
            at=EPOCH - timedelta(days=1),
            reason=RETAKE,
        )
    await _miss_control(draft)


async def _control(draft: Draft, subject: str) -> Row | None:
    """The child's mark for the last control work of a subject."""
    row = await draft.db.first(
        select(marks.c.id, marks.c.value, marks.c.date, marks.c.author_id)
        .join(works, works.c.id == marks.c.work_id)
        .join(subjects, subjects.c.id == marks.c.subject_id)
        .where(marks.c.student_id == draft.roster.anya, works.c.kind == "control", subjects.c.name == subject)
        .order_by(marks.c.date.desc())
    )
    return row._asdict() if row else None


async def _miss_control(draft: Draft) -> None:
    """The class wrote a control work at the last lesson that the child missed."""
    missed = await draft.db.first(
        select(lessons)
        .join(attendance, attendance.c.lesson_id == lessons.c.id)
        .where(attendance.c.student_id == draft.roster.anya, attendance.c.status == Presence.ABSENT)
        .order_by(lessons.c.starts_at.desc())
    )
    if missed is None:
        return
    page = {"subject_id": missed.subject_id, "date": missed.date}
    work = await draft.db.insert(
        works,
        lesson_id=missed.id,
        unit_id=missed.unit_id,
        kind="control",
        weight=2,
        teacher_id=missed.teacher_id,
        created_at=missed.ends_at,
        checked_at=missed.ends_at,
        **page,
    )
    mates = next(
        item.students
        for item in draft.roster.classes
        if any(student.id == draft.roster.anya for student in item.students)
    )
    rows = (
        {
            "work_id": work,
            "student_id": mate.id,
            "value": str(min(5, max(3, round(mate.level)))),
            "author_id": missed.teacher_id,
            "entered_at": missed.ends_at,
            **page,
        }
        for mate in mates
        if mate.id != draft.roster.anya
    )
    await draft.rows(marks, rows)
