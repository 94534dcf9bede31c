"""What a family keeps in a diary for itself: what is done, what was looked at."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, delete, func, select, update

from journal.model.marks import Mark
from storage.db import Db
from storage.diary.days import as_mark, mark_select
from storage.question import question
from storage.tables.access import bindings
from storage.tables.lessons import homework_done
from storage.tables.marks import marks

# What nobody looked at for so long is history, never news.
NEWS = timedelta(days=7)


class FamilyQueries:
    db: Db

    async def done(self, students: Collection[int], homework: Collection[int]) -> set[tuple[int, int]]:
        return {(row.student_id, row.homework_id) for row in await self.db.all(_done(students, homework))}

    async def tick(self, student_id: int, homework_id: int, account_id: int, at: datetime) -> None:
        row = {
            "student_id": student_id,
            "homework_id": homework_id,
            "account_id": account_id,
            "done_at": at,
        }
        await self.db.insert_new(homework_done, [row])

    async def untick(self, student_id: int, homework_id: int) -> None:
        await self.db.run(
            delete(homework_done).where(
                homework_done.c.student_id == student_id, homework_done.c.homework_id == homework_id
            )
        )

    async def new_marks(self, students: Collection[int], account_id: int, now: datetime) -> list[Mark]:
        return [as_mark(row) for row in await self.db.all(_new_marks(students, account_id, now - NEWS))]

    async def look(self, student_id: int, account_id: int, at: datetime) -> None:
        await self.db.run(
            update(bindings)
            .where(
                bindings.c.account_id == account_id,
                bindings.c.student_id == student_id,
                bindings.c.ended_at.is_(None),
            )
            .values(looked_at=at)
        )


@question
def _done(students: Collection[int], homework: Collection[int]) -> Select[Any]:
    return select(homework_done.c.student_id, homework_done.c.homework_id).where(
        homework_done.c.student_id.in_(students), homework_done.c.homework_id.in_(homework)
    )


@question
def _new_marks(students: Collection[int], account_id: int, since: datetime) -> Select[Any]:
    return (
        mark_select()
        .join(
            bindings,
            and_(
                bindings.c.student_id == marks.c.student_id,
                bindings.c.account_id == account_id,
                bindings.c.ended_at.is_(None),
            ),
        )
        .where(
            marks.c.student_id.in_(students),
            marks.c.entered_at > func.coalesce(bindings.c.looked_at, bindings.c.news_since),
            marks.c.entered_at > since,
        )
    )
