"""Marks of periods, years and exams: those set, and the drafts before."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update

from journal.model.marks import Mark, ResultKind
from journal.model.periods import Assessment, ResultPage
from journal.model.results import Choice, Given, ResultDraft
from journal.model.span import Span
from storage.db import Db
from storage.diary.days import as_mark, mark_select
from storage.tables.marks import marks, result_drafts, results


class ResultQueries:
    db: Db

    async def marks(self, students: Collection[int], subject_id: int, span: Span) -> list[Mark]:
        rows = await self.db.all(
            mark_select().where(
                marks.c.student_id.in_(students),
                marks.c.subject_id == subject_id,
                marks.c.date.between(span.first, span.last),
            )
        )
        return [as_mark(row) for row in rows]

    async def results(
        self, students: Collection[int], subject_id: int, year_id: int
    ) -> dict[int, dict[str, Given]]:
        rows = await self.db.all(
            select(results)
            .where(
                results.c.student_id.in_(students),
                results.c.subject_id == subject_id,
                results.c.year_id == year_id,
            )
            .order_by(results.c.id)
        )
        found: dict[int, dict[str, Given]] = {}
        for row in rows:
            found.setdefault(row.student_id, {})[_code(row)] = _as_given(row)
        return found

    async def set(
        self, page: ResultPage, assessment: Assessment, new: Mapping[int, Given], at: datetime
    ) -> list[int]:
        if not new:
            return []
        rows = [
            {
                "student_id": student,
                "subject_id": page.subject_id,
                "unit_id": page.unit_id,
                "year_id": assessment.year_id,
                "period_id": assessment.period_id,
                "kind": assessment.kind,
                "value": given.value,
                "author_id": given.author_id,
                "entered_at": at,
                "reason": given.reason,
                "allowed_by": given.allowed_by,
            }
            for student, given in sorted(new.items())
        ]
        made = await self.db.connection.execute(results.insert().returning(results.c.id), rows)
        return [row.id for row in made.all()]

    async def correct(self, result: Given) -> None:
        await self.db.run(
            update(results)
            .where(results.c.id == result.id)
            .values(
                value=result.value,
                author_id=result.author_id,
                entered_at=result.entered_at,
                reason=result.reason,
                allowed_by=result.allowed_by,
                revision=result.revision,
            )
        )

    async def withdraw(self, result_ids: Collection[int]) -> None:
        await self.db.run(delete(results).where(results.c.id.in_(result_ids)))

    async def draft(self, page: ResultPage, assessment: Assessment, author: int) -> ResultDraft:
        row = await self.db.first(
            select(result_drafts).where(
                result_drafts.c.unit_id == page.unit_id,
                result_drafts.c.subject_id == page.subject_id,
                result_drafts.c.assessment == assessment.code,
                result_drafts.c.author_id == author,
            )
        )
        if row is None:
            return ResultDraft()
        chosen = {int(student): Choice(*choice) for student, choice in row.chosen.items()}
        return ResultDraft(chosen, row.revision, row.posted, tuple(row.saved), row.tell_at)

    async def keep_draft(
        self, page: ResultPage, assessment: Assessment, author: int, draft: ResultDraft, at: datetime
    ) -> None:
        row = {
            "unit_id": page.unit_id,
            "subject_id": page.subject_id,
            "assessment": assessment.code,
            "author_id": author,
            "chosen": {
                str(student): [choice.value, choice.reason, choice.over]
                for student, choice in draft.chosen.items()
            },
            "saved": list(draft.saved),
            "tell_at": draft.tell_at,
            "posted": draft.posted,
            "revision": draft.revision,
            "updated_at": at,
        }
        await self.db.upsert(result_drafts, ("unit_id", "subject_id", "assessment", "author_id"), [row])


def _code(row: Row[Any]) -> str:
    return str(row.kind) if row.period_id is None else f"{ResultKind.PERIOD}:{row.period_id}"


def _as_given(row: Row[Any]) -> Given:
    return Given(
        row.id,
        row.student_id,
        row.value,
        row.author_id,
        row.entered_at,
        row.reason,
        row.allowed_by,
        row.revision,
    )
