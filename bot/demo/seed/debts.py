"""What the child of the first phone owes: a two to retake, an essay, a control work; a two is put right."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import select, update

from bot.demo.history import RETAKE as DAYS
from bot.demo.seed.draft import EPOCH, Draft, Row
from journal.marks.correcting import RETAKE
from journal.model.attendance import Presence
from journal.model.marks import DEBT
from storage.tables.attendance import attendance
from storage.tables.lessons import lessons
from storage.tables.marks import mark_revisions, marks, works
from storage.tables.people import enrolments
from storage.tables.timetable import subjects

TO_RETAKE, PUT_RIGHT, NOT_HANDED_IN = "Геометрия", "География", "Литература"
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
    await _keep_essay(draft)


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
    if missed is not None:
        await _write_work(draft, missed, "control", None)


async def _keep_essay(draft: Draft) -> None:
    """The class handed in an essay of the last lesson of literature, the child did not."""
    given = await draft.db.first(
        select(lessons)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .join(enrolments, enrolments.c.unit_id == lessons.c.unit_id)
        .where(
            enrolments.c.student_id == draft.roster.anya,
            subjects.c.name == NOT_HANDED_IN,
            lessons.c.ends_at <= EPOCH,
        )
        .order_by(lessons.c.starts_at.desc())
    )
    if given is not None:
        await _write_work(draft, given, "essay", DEBT)


async def _write_work(draft: Draft, lesson: SqlRow[Any], kind: str, own: str | None) -> None:
    """A work of the whole class with marks; `own` is what stands for the child, None is nothing."""
    page = {"subject_id": lesson.subject_id, "date": lesson.date}
    work = await draft.db.insert(
        works,
        lesson_id=lesson.id,
        unit_id=lesson.unit_id,
        kind=kind,
        weight=2,
        teacher_id=lesson.teacher_id,
        created_at=lesson.ends_at,
        checked_at=lesson.ends_at,
        **page,
    )
    anya = draft.roster.anya
    (mates,) = (
        item.students for item in draft.roster.classes if anya in {student.id for student in item.students}
    )
    values = {mate.id: str(min(5, max(3, round(mate.level)))) for mate in mates if mate.id != anya}
    if own is not None:
        values[anya] = own
    await draft.rows(
        marks,
        (
            {
                "work_id": work,
                "student_id": student,
                "value": value,
                "author_id": lesson.teacher_id,
                "entered_at": lesson.ends_at,
                "retake_until": lesson.date + DAYS if value == DEBT else None,
                **page,
            }
            for student, value in values.items()
        ),
    )
