"""The facts of homework."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from journal.model.news import HomeworkNews
from journal.model.people import Child
from storage.db import Db
from storage.homework import OWNER
from storage.question import question
from storage.tables.lessons import attachments, homework, lessons
from storage.tables.timetable import subjects


@dataclass(frozen=True, slots=True)
class Set:
    """Homework as it stands, for whichever child of its unit."""

    homework_id: int
    lesson_id: int
    unit_id: int
    subject: str
    due: date
    due_at: datetime
    text: str
    bring: str | None
    no_work: bool
    attachments: int
    revision: int
    withdrawn: bool

    def news(self, child: Child) -> HomeworkNews:
        return HomeworkNews(
            child=child,
            homework_id=self.homework_id,
            lesson_id=self.lesson_id,
            subject=self.subject,
            due=self.due,
            text=self.text,
            bring=self.bring,
            no_work=self.no_work,
            attachments=self.attachments,
            revision=self.revision,
            withdrawn=self.withdrawn,
        )


async def standing(db: Db, ids: Collection[int]) -> dict[int, Set]:
    """The homework by id, withdrawn or not; one statement."""
    return {row.id: _as_set(row) for row in await db.all(_by_ids(ids))}


@question
def _by_ids(ids: Collection[int]) -> Select[Any]:
    files = (
        select(attachments.c.owner_id, func.count().label("files"))
        .where(attachments.c.owner_kind == OWNER, attachments.c.owner_id.in_(ids))
        .group_by(attachments.c.owner_id)
        .subquery()
    )
    return (
        select(
            homework,
            lessons.c.unit_id,
            lessons.c.date,
            lessons.c.starts_at,
            subjects.c.name.label("subject"),
            func.coalesce(files.c.files, 0).label("files"),
        )
        .join(lessons, lessons.c.id == homework.c.lesson_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .outerjoin(files, files.c.owner_id == homework.c.id)
        .where(homework.c.id.in_(ids))
    )


def _as_set(row: Row[Any]) -> Set:
    return Set(
        homework_id=row.id,
        lesson_id=row.lesson_id,
        unit_id=row.unit_id,
        subject=row.subject,
        due=row.date,
        due_at=row.starts_at,
        text=row.text,
        bring=row.bring,
        no_work=row.no_work,
        attachments=row.files,
        revision=row.revision,
        withdrawn=row.withdrawn_at is not None,
    )
