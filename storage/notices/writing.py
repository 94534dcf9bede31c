"""The author's side: drafts, changes, withdrawal."""

from datetime import datetime

from sqlalchemy import delete, select, update

from journal.model.lessons import Attachment
from journal.model.notices import Audience, Notice, NoticeStatus
from storage.attachments import attach
from storage.notices.audiences import as_json
from storage.notices.rows import OWNER, NoticeRows
from storage.tables.lessons import attachments
from storage.tables.notices import notices


class Writing(NoticeRows):
    async def add(self, author_id: int, account_id: int, text: str, audience: Audience, at: datetime) -> int:
        return await self.db.insert(
            notices,
            author_id=author_id,
            account_id=account_id,
            kind="notice",
            text=text,
            audience=as_json(audience),
            sign_off=False,
            status=NoticeStatus.DRAFT,
            created_at=at,
        )

    async def attach(self, notice_id: int, attachment: Attachment, at: datetime) -> None:
        await attach(self.db, OWNER, notice_id, [attachment], at)

    async def remove(self, notice_id: int) -> None:
        await self.db.run(
            delete(attachments).where(attachments.c.owner_kind == OWNER, attachments.c.owner_id == notice_id)
        )
        await self.db.run(delete(notices).where(notices.c.id == notice_id))

    async def change(self, notice: Notice) -> bool:
        touched = await self.db.run(
            update(notices)
            .where(notices.c.id == notice.id, notices.c.revision == notice.revision)
            .values(
                text=notice.text,
                audience=as_json(notice.audience),
                sign_off=notice.sign_off,
                status=notice.status,
                sent_at=notice.sent_at,
                counter_message_id=notice.counter_message_id,
                paid=notice.paid,
                revision=notice.revision + 1,
            )
        )
        return touched == 1

    async def go_free(self) -> None:
        """No notice is paid for any more; what its author chose stands in the audit."""
        await self.db.run(update(notices).where(notices.c.paid).values(paid=False))

    async def withdraw(self, notice_id: int, by: int, at: datetime, reason: str) -> None:
        await self.db.run(
            update(notices)
            .where(notices.c.id == notice_id)
            .values(status=NoticeStatus.WITHDRAWN, withdrawn_at=at, withdrawn_by=by, withdraw_reason=reason)
        )

    async def latest(self, skip: int, most: int) -> list[Notice]:
        rows = await self.db.all(
            select(notices)
            .where(notices.c.status != NoticeStatus.DRAFT)
            .order_by(notices.c.sent_at.desc(), notices.c.id.desc())
            .offset(skip)
            .limit(most)
        )
        return await self._notices(rows)

    async def of_author(self, person_id: int, limit: int) -> list[Notice]:
        rows = await self.db.all(
            select(notices)
            .where(notices.c.author_id == person_id, notices.c.status != NoticeStatus.DRAFT)
            .order_by(notices.c.sent_at.desc())
            .limit(limit)
        )
        return await self._notices(rows)
