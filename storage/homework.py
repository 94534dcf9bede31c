"""Queries about homework and its attachments."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select, update

from journal.model.giving import HomeworkDraft, Target
from journal.model.lessons import Attachment, AttachmentKind, Homework
from storage.attachments import attach, attached
from storage.db import Db
from storage.question import Asked, question
from storage.tables.lessons import attachments, homework, homework_drafts, lessons
from storage.tables.timetable import subjects

OWNER = "homework"


class HomeworkQueries:
    """Implements `journal.ports.homework.HomeworkPages`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def given_at(self, lessons: Collection[int]) -> list[Homework]:
        return await self._load(_given_at(lessons))

    async def by_ids(self, ids: Collection[int]) -> list[Homework]:
        return await self._load(_by_ids(ids))

    async def of_target(self, given_lesson_id: int, due_lesson_id: int) -> list[Homework]:
        return await self._load(_of_target(given_lesson_id, due_lesson_id))

    async def draft(self, lesson_id: int, author_id: int) -> HomeworkDraft:
        row = await self.db.first(
            select(homework_drafts).where(
                homework_drafts.c.lesson_id == lesson_id, homework_drafts.c.author_id == author_id
            )
        )
        if row is None:
            return HomeworkDraft(lesson_id)
        files = tuple(
            Attachment(AttachmentKind(item["kind"]), item["file_id"], item["name"], item["size"])
            for item in row.attachments
        )
        return HomeworkDraft(
            lesson_id,
            row.text,
            row.bring,
            files,
            row.due_lesson_id,
            tuple(row.units),
            tuple(row.saved),
            row.revision,
        )

    async def keep_draft(self, draft: HomeworkDraft, author_id: int, at: datetime) -> None:
        row = {
            "lesson_id": draft.lesson_id,
            "author_id": author_id,
            "text": draft.text,
            "bring": draft.bring,
            "attachments": [asdict(file) for file in draft.attachments],
            "due_lesson_id": draft.due,
            "units": list(draft.units),
            "saved": list(draft.saved),
            "revision": draft.revision,
            "updated_at": at,
        }
        await self.db.upsert(homework_drafts, ("lesson_id", "author_id"), [row])

    async def save(
        self,
        known: Homework | None,
        draft: HomeworkDraft,
        target: Target,
        *,
        author: int,
        at: datetime,
        late: bool,
        no_work: bool,
    ) -> tuple[int, int]:
        values = {"text": draft.text, "bring": draft.bring or None, "no_work": no_work, "updated_at": at}
        if known is None:
            number = await self.db.insert(
                homework,
                lesson_id=target.due.id,
                given_lesson_id=target.given.id,
                author_id=author,
                created_at=at,
                late=late,
                revision=1,
                **values,
            )
        else:
            number = known.id
            await self.db.run(
                update(homework)
                .where(homework.c.id == number)
                .values(revision=homework.c.revision + 1, **values)
            )
            await self.db.run(
                delete(attachments).where(attachments.c.owner_kind == OWNER, attachments.c.owner_id == number)
            )
        await attach(self.db, OWNER, number, draft.attachments, at)
        return number, known.revision + 1 if known else 1

    async def withdraw(self, homework_id: int, at: datetime) -> None:
        await self.db.run(
            update(homework)
            .where(homework.c.id == homework_id, homework.c.withdrawn_at.is_(None))
            .values(withdrawn_at=at, revision=homework.c.revision + 1)
        )

    async def due_at(self, lessons: Collection[int]) -> list[Homework]:
        return await self._load(_due_at(lessons))

    async def _load(self, asked: Asked) -> list[Homework]:
        rows = await self.db.all(asked)
        files = await attached(self.db, OWNER, [row.id for row in rows])
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
                author_id=row.author_id,
            )
            for row in rows
        ]


@question
def _given_at(lesson_ids: Collection[int]) -> Select[Any]:
    return homework_select().where(homework.c.given_lesson_id.in_(lesson_ids))


@question
def _by_ids(ids: Collection[int]) -> Select[Any]:
    return homework_select().where(homework.c.id.in_(ids))


@question
def _of_target(given_lesson_id: int, due_lesson_id: int) -> Select[Any]:
    return homework_select().where(
        homework.c.given_lesson_id == given_lesson_id,
        homework.c.lesson_id == due_lesson_id,
        homework.c.no_work.is_(False),
    )


@question
def _due_at(lesson_ids: Collection[int]) -> Select[Any]:
    return homework_select().where(homework.c.lesson_id.in_(lesson_ids))


def homework_select() -> Select[Any]:
    """Homework that stands, with the lesson it is due for and the subject's name."""
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
        .where(homework.c.withdrawn_at.is_(None))
        .order_by(homework.c.id)
    )
