"""Typed answers that accounts were asked for: one row an account, changed with the rest of the work."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete

from journal.context import Ctx
from storage.db import Db
from storage.tables.access import input_states

PATIENCE = timedelta(hours=1)


class InputQueries:
    """Implements `journal.ports.inputs.Inputs`."""

    def __init__(self, db: Db, ctx: Ctx) -> None:
        self.db = db
        self.ctx = ctx

    async def expect(
        self,
        kind: str,
        payload: dict[str, Any] | None = None,
        *,
        message_id: int | None = None,
        patience: timedelta = PATIENCE,
    ) -> None:
        row = {
            "account_id": self.ctx.actor.account_id,
            "kind": kind,
            "payload": payload or {},
            "message_id": message_id,
            "expires_at": self.ctx.now + patience,
        }
        await self.db.upsert(input_states, ["account_id"], [row])

    async def done(self) -> None:
        await self.db.run(delete(input_states).where(input_states.c.account_id == self.ctx.actor.account_id))
