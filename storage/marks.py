"""Queries about works and marks."""

from sqlalchemy import func, select

from storage.db import Db
from storage.tables.marks import marks, works


class MarkQueries:
    """Implements `journal.ports.marks.Marks`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def count_of_lesson(self, lesson_id: int) -> int:
        return int(
            await self.db.scalar(
                select(func.count())
                .select_from(marks)
                .join(works, works.c.id == marks.c.work_id)
                .where(works.c.lesson_id == lesson_id, marks.c.withdrawn_at.is_(None))
            )
        )

    async def being_checked(self, unit_id: int, subject_id: int) -> int:
        return int(
            await self.db.scalar(
                select(func.count()).where(
                    works.c.unit_id == unit_id,
                    works.c.subject_id == subject_id,
                    works.c.due_on.is_not(None),
                    works.c.checked_at.is_(None),
                )
            )
        )
