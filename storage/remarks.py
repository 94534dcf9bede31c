"""Queries about remarks and the phrases for them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update

from journal.model.comments import CommentOf, Words
from journal.model.remarks import Remark, RemarkKind
from storage.db import Db
from storage.question import Asked
from storage.tables.lessons import lessons
from storage.tables.marks import marks, works
from storage.tables.remarks import remark_phrases, remarks
from storage.tables.timetable import subjects


def remark_select() -> Select[Any]:
    """Remarks that stand, with the day and the subject, oldest first."""
    return (
        select(remarks, lessons.c.date, subjects.c.name.label("subject"))
        .join(lessons, lessons.c.id == remarks.c.lesson_id)
        .join(subjects, subjects.c.id == lessons.c.subject_id)
        .where(remarks.c.withdrawn_at.is_(None))
        .order_by(lessons.c.date, remarks.c.id)
    )


async def load(db: Db, statement: Select[Any] | Asked) -> list[Remark]:
    """The remarks of that statement."""
    return [
        Remark(
            row.id,
            row.lesson_id,
            row.student_id,
            RemarkKind(row.kind),
            row.said,
            row.date,
            row.subject,
            row.author_id,
        )
        for row in await db.all(statement)
    ]


class RemarkQueries:
    """Implements `journal.ports.remarks.Remarks`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def of_lesson(self, lesson_id: int) -> list[Remark]:
        return await load(self.db, remark_select().where(remarks.c.lesson_id == lesson_id))

    async def of_student(self, student_id: int, lessons: Collection[int] | None = None) -> list[Remark]:
        statement = remark_select().where(remarks.c.student_id == student_id)
        if lessons is not None:
            statement = statement.where(remarks.c.lesson_id.in_(lessons))
        return await load(self.db, statement)

    async def add(
        self, lesson_id: int, student_id: int, kind: RemarkKind, said: str, author: int, at: datetime
    ) -> int:
        return await self.db.insert(
            remarks,
            lesson_id=lesson_id,
            student_id=student_id,
            kind=kind,
            said=said,
            author_id=author,
            written_at=at,
        )

    async def words(self, lesson_id: int) -> list[Words]:
        rows = await self.db.all(
            select(marks)
            .join(works, works.c.id == marks.c.work_id)
            .where(
                works.c.lesson_id == lesson_id, marks.c.withdrawn_at.is_(None), marks.c.comment.is_not(None)
            )
            .order_by(marks.c.id)
        )
        found = [
            Words(CommentOf.MARK, row.id, row.student_id, row.comment, row.author_id, row.work_id)
            for row in rows
        ]
        remarked = await self.of_lesson(lesson_id)
        return found + [
            Words(CommentOf.REMARK, one.id, one.student_id, one.said, one.author_id) for one in remarked
        ]

    async def uncomment(self, mark_ids: Collection[int]) -> None:
        await self.db.run(update(marks).where(marks.c.id.in_(mark_ids)).values(comment=None))

    async def withdraw(self, remark_id: int, at: datetime) -> None:
        await self.db.run(
            update(remarks)
            .where(remarks.c.id == remark_id, remarks.c.withdrawn_at.is_(None))
            .values(withdrawn_at=at, revision=remarks.c.revision + 1)
        )

    async def own_phrases(self, person_id: int, kind: RemarkKind) -> list[tuple[int, str]]:
        rows = await self.db.all(_phrases(person_id, kind).where(remark_phrases.c.hidden_at.is_(None)))
        return [(row.id, row.said) for row in rows]

    async def unwanted(self, person_id: int, kind: RemarkKind) -> set[str]:
        rows = await self.db.all(_phrases(person_id, kind).where(remark_phrases.c.hidden_at.is_not(None)))
        return {row.said for row in rows}

    async def add_phrase(
        self, person_id: int, kind: RemarkKind, said: str, at: datetime, *, hidden: bool = False
    ) -> int:
        return await self.db.insert(
            remark_phrases,
            person_id=person_id,
            kind=kind,
            said=said,
            added_at=at,
            hidden_at=at if hidden else None,
        )

    async def drop_phrase(self, person_id: int, phrase_id: int, at: datetime) -> None:
        await self.db.run(
            update(remark_phrases)
            .where(remark_phrases.c.id == phrase_id, remark_phrases.c.person_id == person_id)
            .values(hidden_at=at)
        )


def _phrases(person_id: int, kind: RemarkKind) -> Select[Any]:
    return (
        select(remark_phrases)
        .where(remark_phrases.c.person_id == person_id, remark_phrases.c.kind == kind)
        .order_by(remark_phrases.c.id)
    )
