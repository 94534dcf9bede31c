"""Pages that are closed once their marks are set, and opened again by the deputy head."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, select, update
from sqlalchemy.sql.elements import ColumnElement

from journal.model.periods import Assessment, Closure, ResultPage
from journal.ports.periods import PageKey
from storage.db import Db
from storage.tables.marks import page_closures
from storage.tables.people import units


class ClosingQueries:
    db: Db

    async def closure(self, page: ResultPage, assessment: Assessment) -> Closure | None:
        row = await self.db.first(
            select(page_closures)
            .where(*_of(page, assessment.code))
            .order_by(page_closures.c.id.desc())
            .limit(1)
        )
        return _as_closure(row) if row else None

    async def closures(self, year_id: int, assessment: Assessment) -> dict[PageKey, Closure]:
        rows = await self.db.all(
            select(page_closures)
            .join(units, units.c.id == page_closures.c.unit_id)
            .where(units.c.year_id == year_id, _is(assessment.code))
            .order_by(page_closures.c.id)
        )
        return {(row.unit_id, row.subject_id): _as_closure(row) for row in rows}

    async def close(self, page: ResultPage, assessment: Assessment, by: int, at: datetime) -> None:
        await self.db.insert(
            page_closures,
            unit_id=page.unit_id,
            subject_id=page.subject_id,
            kind=assessment.kind,
            period_id=assessment.period_id,
            closed_by=by,
            closed_at=at,
        )

    async def unclose(self, page: ResultPage, assessment: Assessment) -> None:
        await self.db.run(
            delete(page_closures).where(*_of(page, assessment.code), page_closures.c.reopened_at.is_(None))
        )

    async def reopen(self, page: ResultPage, assessment: str, by: int, at: datetime, reason: str) -> None:
        await self.db.run(
            update(page_closures)
            .where(*_of(page, assessment), page_closures.c.reopened_at.is_(None))
            .values(reopened_by=by, reopened_at=at, reopen_reason=reason)
        )


def _of(page: ResultPage, code: str) -> tuple[ColumnElement[bool], ...]:
    return (
        page_closures.c.unit_id == page.unit_id,
        page_closures.c.subject_id == page.subject_id,
        _is(code),
    )


def _is(code: str) -> ColumnElement[bool]:
    """The closing is one of that assessment: `period:3`, `year`."""
    kind, _, period = code.partition(":")
    if period:
        return page_closures.c.period_id == int(period)
    return and_(page_closures.c.period_id.is_(None), page_closures.c.kind == kind)


def _as_closure(row: Row[Any]) -> Closure:
    return Closure(row.closed_by, row.closed_at, row.reopened_by, row.reopened_at, row.reopen_reason)
