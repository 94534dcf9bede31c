"""Implements `journal.ports.imports.Imports`."""

from collections.abc import Collection, Mapping

from journal.context import Ctx
from journal.imports.difference import Difference, SchoolState
from journal.imports.drafts import Draft, DraftStatus
from journal.imports.rows import Kind
from storage.db import Db
from storage.imports import drafts
from storage.imports.apply import apply
from storage.imports.state import read_state


class ImportQueries:
    """Imports on one connection."""

    def __init__(self, db: Db, ctx: Ctx) -> None:
        self._db = db
        self._ctx = ctx

    async def state(self, kinds: Collection[Kind]) -> SchoolState:
        return await read_state(self._db, self._ctx.today, kinds)

    async def apply(self, change: Difference) -> Mapping[tuple[Kind, str], int]:
        return await apply(self._db, self._ctx, change)

    async def discard_others(self, created_by: int | None) -> None:
        await drafts.discard_others(self._db, created_by)

    async def keep(self, draft: Draft) -> int:
        return await drafts.keep(self._db, draft, self._ctx.now)

    async def draft(self, draft_id: int) -> Draft | None:
        return await drafts.find(self._db, draft_id)

    async def settle(self, draft_id: int, status: DraftStatus) -> None:
        await drafts.settle(self._db, draft_id, status, self._ctx.now)
