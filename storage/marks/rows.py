"""Works, marks and drafts as their rows hold them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from journal.model.attendance import Presence
from journal.model.painting import Doubt, MarkDraft, Obscurity, PageWork, PostedMark, SavedMarks
from storage.tables.marks import marks, works
from storage.tables.people import units
from storage.tables.timetable import subjects


def work_select() -> Select[Any]:
    """Works with the names lists show, and how many marks stand; one row a work."""
    standing = (
        select(func.count())
        .where(marks.c.work_id == works.c.id, marks.c.withdrawn_at.is_(None))
        .correlate(works)
        .scalar_subquery()
    )
    return (
        select(
            works,
            units.c.name.label("unit_name"),
            subjects.c.name.label("subject"),
            standing.label("marks"),
        )
        .join(units, units.c.id == works.c.unit_id)
        .join(subjects, subjects.c.id == works.c.subject_id)
    )


def as_work(row: Row[Any]) -> PageWork:
    return PageWork(
        row.id,
        row.lesson_id,
        row.unit_id,
        row.unit_name,
        row.subject,
        row.date,
        row.kind,
        row.title,
        row.due_on,
        row.checked_at,
        row.collected_at,
        row.weight,
        row.revision,
        row.marks,
    )


def as_mark(row: Row[Any]) -> PostedMark:
    return PostedMark(
        row.id,
        row.work_id,
        row.student_id,
        row.place,
        row.value,
        row.revision,
        row.comment,
        row.author_id,
        row.entered_at,
    )


def _as_doubt(item: dict[str, Any]) -> Doubt:
    return Doubt(
        item["text"],
        tuple(item["values"]),
        tuple(item["students"]),
        Presence(item["presence"]) if item["presence"] else None,
        Obscurity(item["why"]) if item["why"] else None,
    )


def as_draft(row: Row[Any]) -> MarkDraft:
    saved = row.saved
    return MarkDraft(
        row.lesson_id,
        row.work_kind,
        row.work_id,
        row.brush,
        {int(student): (tuple(values), made) for student, (values, made) in row.painted.items()},
        row.comment,
        tuple(_as_doubt(item) for item in row.doubts),
        {int(student): Presence(status) for student, status in row.absent.items()},
        SavedMarks(
            saved["work_id"],
            saved["revision"],
            tuple(saved["marks"]),
            datetime.fromisoformat(saved["tell_at"]),
            {
                int(student): (Presence(typed), Presence(before))
                for student, (typed, before) in saved.get("named", {}).items()
            },
        )
        if saved
        else None,
        row.posted,
        row.revision,
        row.updated_at,
    )
