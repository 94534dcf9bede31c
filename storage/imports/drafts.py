"""Files between preview and decision."""

import base64
import hashlib
from datetime import datetime

from sqlalchemy import select, update

from journal.imports.drafts import Draft, DraftStatus
from storage.db import Db
from storage.tables.control import imports


async def keep(db: Db, draft: Draft, now: datetime) -> int:
    return await db.insert(
        imports,
        source=draft.source,
        file_name=draft.file,
        digest=hashlib.sha256(draft.data).hexdigest(),
        staged={"data": base64.b64encode(draft.data).decode("ascii"), "closing": draft.closing},
        fingerprint=draft.fingerprint,
        counts={kind: list(numbers) for kind, numbers in draft.counts.items()},
        problems=draft.problems,
        status=draft.status,
        created_by=draft.created_by,
        created_at=now,
        applied_at=now if draft.status is DraftStatus.APPLIED else None,
    )


async def find(db: Db, draft_id: int) -> Draft | None:
    row = await db.first(select(imports).where(imports.c.id == draft_id))
    if row is None:
        return None
    return Draft(
        file=row.file_name,
        data=base64.b64decode(row.staged.get("data", "")),
        source=row.source,
        closing=row.staged.get("closing", True),
        fingerprint=row.fingerprint,
        counts={kind: tuple(numbers) for kind, numbers in row.counts.items()},
        problems=row.problems,
        status=DraftStatus(row.status),
        created_by=row.created_by,
        id=row.id,
    )


async def discard_others(db: Db, created_by: int | None) -> None:
    await db.run(
        update(imports)
        .where(imports.c.created_by.is_not_distinct_from(created_by))
        .where(imports.c.status == DraftStatus.PREVIEWED)
        .values(status=DraftStatus.DISCARDED, staged={})
    )


async def settle(db: Db, draft_id: int, status: DraftStatus, now: datetime) -> None:
    """The file goes, its digest and counts stay."""
    applied_at = now if status is DraftStatus.APPLIED else None
    await db.run(
        update(imports)
        .where(imports.c.id == draft_id)
        .values(status=status, applied_at=applied_at, staged={})
    )
