"""What is written of the letters of a month before they go."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import delete, select

from journal.model.messages import About, MonthDraft
from storage.db import Db
from storage.tables.messages import messages, month_drafts


class Months:
    db: Db

    async def month_drafts(self, unit_ids: Collection[int], month: date) -> dict[int, MonthDraft]:
        rows = await self.db.all(
            select(month_drafts).where(month_drafts.c.unit_id.in_(unit_ids), month_drafts.c.month == month)
        )
        return {
            row.unit_id: MonthDraft(
                row.text,
                frozenset(row.without),
                {int(student): text for student, text in row.own.items()},
            )
            for row in rows
        }

    async def months_sent(self, since: datetime) -> set[int]:
        """The classes whose families got a letter of the month from that moment on."""
        rows = await self.db.scalars(
            select(messages.c.context).where(
                messages.c.sent_at >= since, messages.c.context["about"].as_string() == About.MONTH
            )
        )
        return {context["of"] for context in rows}

    async def keep_month_draft(self, unit_id: int, month: date, draft: MonthDraft) -> None:
        row = {
            "unit_id": unit_id,
            "month": month,
            "text": draft.text,
            "without": sorted(draft.without),
            "own": {str(student): text for student, text in draft.own.items()},
        }
        await self.db.upsert(month_drafts, ("unit_id", "month"), [row])

    async def drop_month_draft(self, unit_id: int, month: date) -> None:
        await self.db.run(
            delete(month_drafts).where(month_drafts.c.unit_id == unit_id, month_drafts.c.month == month)
        )
