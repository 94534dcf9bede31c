"""Queries about homework and its attachments."""

from collections.abc import Collection

from sqlalchemy import Select, select

from journal.model.lessons import Attachment, AttachmentKind, Homework
from storage.db import Db
from storage.tables.lessons import attachments, homework, lessons
from storage.tables.timetable import subjects

OWNER = "homework"


class HomeworkQueries:
    """Implements `journal.ports.homework.HomeworkPages`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def given_at(self, lessons: Collection[int]) -> list[Homework]:
        return await self._load(homework_select().where(homework.c.given_lesson_id.in_(lessons)))

    async def _load(self, statement: Select[tuple[object, ...]]) -> list[Homework]:
        rows = await self.db.all(statement.where(homework.c.withdrawn_at.is_(None)))
        files = await self.attachments([row.id for row in rows])
        return [
            Homework(
                id=row.id,
                lesson_id=row.lesson_id,
                given_lesson_id=row.given_lesson_id,
                subject_id=row.subject_id,
                subject=row.subject,
                unit_id=row.unit_id,
                due=row.date,
                slot=row.slot,
                text=row.text,
                bring=row.bring,
                no_work=row.no_work,
                attachments=files.get(row.id, ()),
                revision=row.revision,
                late=row.late,
            )
            for row in rows
        ]

    async def attachments(self, ids: Collection[int]) -> dict[int, tuple[Attachment, ...]]:
        """The attachments of each homework, in the order they were sent."""
        rows = await self.db.all(
            select(attachments)
            .where(attachments.c.owner_kind == OWNER, attachments.c.owner_id.in_(ids))
            .order_by(attachments.c.id)
        )
        found: dict[int, tuple[Attachment, ...]] = {}
        for row in rows:
            file = Attachment(AttachmentKind(row.kind), row.file_id, row.name, row.size)
            found[row.owner_id] = (*found.get(row.owner_id, ()), file)
        return found


def homework_select() -> Select[tuple[object, ...]]:
    """Homework with the lesson it is due for and the subject's name."""
    return (
        select(
            homework,
            lessons.c.subject_id,
            lessons.c.unit_id,
            lessons.c.date,
            lessons.c.slot,
            subjects.c.name.label("subject"),
        )
        .join(lessons, lessons.c.id == homework.c.lesson_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .order_by(homework.c.id)
    )
