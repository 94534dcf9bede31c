"""Queries about works, marks, their revisions and drafts."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, delete, func, select, update

from journal.model.painting import MarkDraft, PageWork, PostedMark
from journal.ports.marks import NewMark, NewWork
from storage.db import Db
from storage.marks.rows import as_draft, as_mark, as_work, work_select
from storage.question import question
from storage.tables.marks import mark_drafts, mark_revisions, marks, works
from storage.tables.people import units

_CHECKED_NOW = and_(works.c.collected_at.is_not(None), works.c.checked_at.is_(None))


class MarkQueries:
    """Implements `journal.ports.marks.Marks`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def count_of_lesson(self, lesson_id: int) -> int:
        return int(await self.db.scalar(_count_of_lesson(lesson_id)))

    async def being_checked(self, unit_id: int, subject_id: int) -> int:
        return int(await self.db.scalar(_being_checked(unit_id, subject_id)))

    async def work(self, work_id: int) -> PageWork | None:
        row = await self.db.first(work_select().where(works.c.id == work_id))
        return as_work(row) if row else None

    async def works_of_lesson(self, lesson_id: int) -> list[PageWork]:
        return [as_work(row) for row in await self.db.all(_works_of_lesson(lesson_id))]

    async def works_of_class(
        self, class_id: int, kinds: Collection[str], first: date, last: date
    ) -> list[PageWork]:
        rows = await self.db.all(
            work_select()
            .where(
                func.coalesce(units.c.parent_id, units.c.id) == class_id,
                works.c.kind.in_(kinds),
                works.c.date.between(first, last),
            )
            .order_by(works.c.date, works.c.id)
        )
        return [as_work(row) for row in rows]

    async def drop_work(self, work_id: int) -> None:
        await self.db.run(delete(works).where(works.c.id == work_id))

    async def works_in_hand(self, person_id: int) -> list[PageWork]:
        rows = await self.db.all(
            work_select()
            .where(works.c.teacher_id == person_id, _CHECKED_NOW)
            .order_by(works.c.due_on.is_(None), works.c.due_on, works.c.id)
        )
        return [as_work(row) for row in rows]

    async def of_works(self, works: Collection[int]) -> list[PostedMark]:
        return [as_mark(row) for row in await self.db.all(_of_works(works))]

    async def mark(self, mark_id: int) -> PostedMark | None:
        row = await self.db.first(select(marks).where(marks.c.id == mark_id, marks.c.withdrawn_at.is_(None)))
        return as_mark(row) if row else None

    async def last_places(self, work_id: int) -> dict[int, int]:
        rows = await self.db.all(
            select(marks.c.student_id, func.max(marks.c.place).label("place"))
            .where(marks.c.work_id == work_id)
            .group_by(marks.c.student_id)
        )
        return {row.student_id: row.place for row in rows}

    async def draft(self, lesson_id: int, author_id: int) -> MarkDraft | None:
        row = await self.db.first(_draft(lesson_id, author_id))
        return as_draft(row) if row else None

    async def keep_draft(self, draft: MarkDraft, author_id: int, at: datetime) -> None:
        saved = draft.saved
        row = {
            "lesson_id": draft.lesson_id,
            "author_id": author_id,
            "work_id": draft.work_id,
            "work_kind": draft.kind,
            "brush": draft.brush,
            "painted": {
                str(student): [list(values), made] for student, (values, made) in draft.painted.items()
            },
            "comment": draft.comment,
            "doubts": [asdict(doubt) for doubt in draft.doubts],
            "absent": {str(student): str(status) for student, status in draft.presence.items()},
            "saved": {**asdict(saved), "tell_at": saved.tell_at.isoformat()} if saved else None,
            "posted": draft.posted,
            "revision": draft.revision,
            "updated_at": at,
        }
        await self.db.upsert(mark_drafts, ("lesson_id", "author_id"), [row])

    async def add_work(self, work: NewWork, at: datetime) -> int:
        values = asdict(work)
        return await self.db.insert(works, date=values.pop("day"), created_at=at, **values)

    async def touch_work(self, work_id: int) -> int:
        await self.db.run(update(works).where(works.c.id == work_id).values(revision=works.c.revision + 1))
        return int(await self.db.scalar(select(works.c.revision).where(works.c.id == work_id)))

    async def collect(self, work_id: int, at: datetime, due_on: date | None) -> None:
        await self.db.run(
            update(works).where(works.c.id == work_id).values(collected_at=at, due_on=due_on, checked_at=None)
        )

    async def resume_check(self, work_id: int) -> None:
        await self.db.run(update(works).where(works.c.id == work_id).values(checked_at=None))

    async def finish_check(self, work_id: int, at: datetime) -> None:
        await self.db.run(
            update(works).where(works.c.id == work_id, works.c.checked_at.is_(None)).values(checked_at=at)
        )

    async def add(
        self,
        work: PageWork,
        subject_id: int,
        new: Sequence[NewMark],
        *,
        author: int,
        at: datetime,
        late: bool,
        comment: str | None,
    ) -> list[int]:
        rows = [
            {
                **asdict(mark),
                "work_id": work.id,
                "comment": comment,
                "date": work.day,
                "subject_id": subject_id,
                "author_id": author,
                "entered_at": at,
                "late": late,
            }
            for mark in new
        ]
        statement = marks.insert().returning(marks.c.id, marks.c.value)
        made = (await self.db.connection.execute(statement, rows)).all()
        await self._revise([_revision(row.id, 0, None, row.value, author, at, None) for row in made])
        return [row.id for row in made]

    async def change(self, mark: PostedMark, value: str, author: int, at: datetime, reason: str) -> None:
        await self.db.run(
            update(marks).where(marks.c.id == mark.id).values(value=value, revision=mark.revision + 1)
        )
        await self._revise([_revision(mark.id, mark.revision + 1, mark.value, value, author, at, reason)])

    async def set_retake(self, mark: PostedMark, until: date | None) -> None:
        await self.db.run(update(marks).where(marks.c.id == mark.id).values(retake_until=until))

    async def withdraw(self, gone: Sequence[PostedMark], author: int, at: datetime, reason: str) -> None:
        await self.db.run(
            update(marks)
            .where(marks.c.id.in_([mark.id for mark in gone]))
            .values(withdrawn_at=at, revision=marks.c.revision + 1)
        )
        await self._revise(
            [_revision(mark.id, mark.revision + 1, mark.value, None, author, at, reason) for mark in gone]
        )

    async def _revise(self, rows: Sequence[dict[str, Any]]) -> None:
        await self.db.run(mark_revisions.insert(), rows)


@question
def _count_of_lesson(lesson_id: int) -> Select[Any]:
    return (
        select(func.count())
        .select_from(marks)
        .join(works, works.c.id == marks.c.work_id)
        .where(works.c.lesson_id == lesson_id, marks.c.withdrawn_at.is_(None))
    )


@question
def _being_checked(unit_id: int, subject_id: int) -> Select[Any]:
    return select(func.count()).where(
        works.c.unit_id == unit_id, works.c.subject_id == subject_id, _CHECKED_NOW
    )


@question
def _works_of_lesson(lesson_id: int) -> Select[Any]:
    return work_select().where(works.c.lesson_id == lesson_id).order_by(works.c.id)


@question
def _of_works(work_ids: Collection[int]) -> Select[Any]:
    return (
        select(marks)
        .where(marks.c.work_id.in_(work_ids), marks.c.withdrawn_at.is_(None))
        .order_by(marks.c.work_id, marks.c.student_id, marks.c.place)
    )


@question
def _draft(lesson_id: int, author_id: int) -> Select[Any]:
    return select(mark_drafts).where(
        mark_drafts.c.lesson_id == lesson_id, mark_drafts.c.author_id == author_id
    )


def _revision(
    mark_id: int,
    revision: int,
    before: str | None,
    after: str | None,
    author: int,
    at: datetime,
    reason: str | None,
) -> dict[str, Any]:
    return {
        "mark_id": mark_id,
        "revision": revision,
        "value_before": before,
        "value_after": after,
        "author_id": author,
        "at": at,
        "reason": reason,
    }
