"""Rows of notices with their files."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select

from journal.model.lessons import Attachment
from journal.model.notices import Notice, NoticeStatus
from storage.attachments import attached
from storage.db import Db
from storage.notices.audiences import as_audience
from storage.tables.notices import notices

OWNER = "notice"


class NoticeRows:
    """What the queries of the area share."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def notice(self, notice_id: int) -> Notice | None:
        return (await self.by_ids([notice_id])).get(notice_id)

    async def by_ids(self, ids: Collection[int]) -> dict[int, Notice]:
        """The notices by id; two statements."""
        rows = await self.db.all(select(notices).where(notices.c.id.in_(ids)))
        return {notice.id: notice for notice in await self._notices(rows)}

    async def _notices(self, rows: Sequence[Row[Any]]) -> list[Notice]:
        files = await attached(self.db, OWNER, [row.id for row in rows]) if rows else {}
        return [_as_notice(row, files.get(row.id, ())) for row in rows]


def _as_notice(row: Row[Any], files: tuple[Attachment, ...]) -> Notice:
    return Notice(
        id=row.id,
        author_id=row.author_id,
        account_id=row.account_id,
        text=row.text,
        audience=as_audience(row.audience),
        sign_off=row.sign_off,
        status=NoticeStatus(row.status),
        created_at=row.created_at,
        sent_at=row.sent_at,
        attachments=files,
        counter_message_id=row.counter_message_id,
        revision=row.revision,
        withdrawn_by=row.withdrawn_by,
        withdraw_reason=row.withdraw_reason,
        paid=row.paid,
    )
