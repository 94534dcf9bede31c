"""Plans as their teachers write them: the rows of a page's own plan, and every change of them."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from journal.model.periods import ResultPage
from journal.model.plans import PlanRow, Rewriting, RowState
from storage.db import Db
from storage.plans.pages import as_row
from storage.tables.lessons import lessons, plan_rows, plans


class WritingQueries:
    db: Db

    async def own(self, page: ResultPage) -> list[PlanRow]:
        rows = await self.db.all(
            select(plan_rows)
            .join(plans, plans.c.id == plan_rows.c.plan_id)
            .filter_by(**_key(page))
            .order_by(plan_rows.c.number)
        )
        return [as_row(row) for row in rows]

    async def given_on(self, page: ResultPage) -> dict[int, list[date]]:
        rows = await self.db.all(
            select(lessons.c.plan_row_id, lessons.c.date)
            .where(
                lessons.c.unit_id == page.unit_id,
                lessons.c.subject_id == page.subject_id,
                lessons.c.plan_row_id.is_not(None),
            )
            .order_by(lessons.c.starts_at)
        )
        days: defaultdict[int, list[date]] = defaultdict(list)
        for row in rows:
            days[row.plan_row_id].append(row.date)
        return dict(days)

    async def rewrite(self, page: ResultPage, change: Rewriting, author_id: int | None, now: datetime) -> int:
        """Make the plan of the page what `change` says; returns the plan's key.

        Lessons given by a row that leaves keep their topics. Numbers are set aside first: while rows move,
        no two may bear the same one.
        """
        plan_id = await self._plan(page, author_id, now)
        gone = [row.id for row in change.gone]
        if gone:
            await self.db.run(update(lessons).where(lessons.c.plan_row_id.in_(gone)).values(plan_row_id=None))
            await self.db.run(delete(plan_rows).where(plan_rows.c.id.in_(gone)))
        known = {row.id: row for row in change.before}
        kept = [row for row in change.after if row.id and row != known.get(row.id)]
        aside = update(plan_rows).where(plan_rows.c.id == bindparam("row"))
        await self.db.run(aside.values(number=-plan_rows.c.number), [{"row": row.id} for row in kept])
        await self.db.run(aside, [{"row": row.id, **_values(row)} for row in kept])
        new = [{"plan_id": plan_id, **_values(row)} for row in change.added]
        await self.db.run(plan_rows.insert(), new)
        await self.db.run(
            update(plans)
            .where(plans.c.id == plan_id)
            .values(hours=change.hours, author_id=author_id, loaded_at=now)
        )
        return plan_id

    async def set_state(self, row_id: int, state: RowState) -> None:
        await self.db.run(update(plan_rows).where(plan_rows.c.id == row_id).values(state=str(state)))

    async def _plan(self, page: ResultPage, author_id: int | None, now: datetime) -> int:
        """The plan of the page, made where there is none."""
        made = {**_key(page), "author_id": author_id, "loaded_at": now, "hours": 0}
        await self.db.insert_new(plans, [made])
        return int(await self.db.scalar(select(plans.c.id).filter_by(**_key(page))))


def _key(page: ResultPage) -> dict[str, int]:
    return {"year_id": page.year_id, "unit_id": page.unit_id, "subject_id": page.subject_id}


def _values(row: PlanRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "topic": row.topic,
        "section": row.section,
        "hours": row.hours,
        "planned_on": row.planned_on,
        "homework": row.homework,
        "work_kind": row.work_kind,
        "state": str(row.state),
    }
