"""The facts of a child's marks for one work."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Select, select

from journal.model.news import GivenMark, MarksNews
from journal.model.people import Child
from storage.db import Db
from storage.question import question
from storage.tables.marks import marks, works
from storage.tables.timetable import subjects

Key = tuple[int, int]


async def given(db: Db, keys: Collection[Key], children: Mapping[int, Child]) -> dict[Key, MarksNews]:
    """The marks of each (work, student); a work whose marks were all withdrawn has none. Two statements."""
    work_ids = {work for work, _ in keys}
    found = {row.id: row for row in await db.all(_works(work_ids))}
    standing: dict[Key, list[GivenMark]] = {}
    retakes = {}
    for row in await db.all(_marks(work_ids, {student for _, student in keys})):
        standing.setdefault((row.work_id, row.student_id), []).append(GivenMark(row.value, row.comment))
        retakes[row.work_id, row.student_id] = row.retake_until
    return {
        (work, student): MarksNews(
            child=children[student],
            work_id=work,
            subject_id=found[work].subject_id,
            subject=found[work].subject,
            day=found[work].date,
            kind=found[work].kind,
            title=found[work].title,
            marks=tuple(standing.get((work, student), ())),
            retake_until=retakes.get((work, student)),
        )
        for work, student in keys
        if work in found and student in children
    }


@question
def _works(ids: Collection[int]) -> Select[Any]:
    return (
        select(works, subjects.c.name.label("subject"))
        .join(subjects, subjects.c.id == works.c.subject_id)
        .where(works.c.id.in_(ids))
    )


@question
def _marks(work_ids: Collection[int], students: Collection[int]) -> Select[Any]:
    return (
        select(marks)
        .where(
            marks.c.work_id.in_(work_ids),
            marks.c.student_id.in_(students),
            marks.c.withdrawn_at.is_(None),
        )
        .order_by(marks.c.place)
    )
