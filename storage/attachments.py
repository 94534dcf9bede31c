"""Files that hang on homework, notices, documents and letters, as the messenger keeps them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from journal.model.lessons import Attachment, AttachmentKind
from storage.db import Db
from storage.question import question
from storage.tables.lessons import attachments


async def attach(db: Db, owner: str, owner_id: int, files: Iterable[Attachment], at: datetime) -> None:
    """Hang the files on that homework, notice, document or letter, in their order."""
    rows = [
        {
            "owner_kind": owner,
            "owner_id": owner_id,
            "kind": file.kind,
            "platform": "telegram",
            "file_id": file.file_id,
            "name": file.name,
            "size": file.size,
            "added_at": at,
        }
        for file in files
    ]
    await db.run(attachments.insert(), rows)


async def attached(db: Db, owner: str, ids: Collection[int]) -> dict[int, tuple[Attachment, ...]]:
    """The files of each, in the order they were sent; one statement."""
    rows = await db.all(_of(owner, ids))
    found: dict[int, tuple[Attachment, ...]] = {}
    for row in rows:
        file = Attachment(AttachmentKind(row.kind), row.file_id, row.name, row.size)
        found[row.owner_id] = (*found.get(row.owner_id, ()), file)
    return found


@question
def _of(owner: str, ids: Collection[int]) -> Select[Any]:
    return (
        select(attachments)
        .where(attachments.c.owner_kind == owner, attachments.c.owner_id.in_(ids))
        .order_by(attachments.c.id)
    )
