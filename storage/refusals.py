"""The log of what was refused to whom (R-005)."""

from dataclasses import dataclass
from datetime import datetime

from storage.db import Db
from storage.tables.access import refusals


@dataclass(frozen=True, slots=True)
class Refusal:
    at: datetime
    account_id: int | None
    permission: str
    object_kind: str
    object_id: int | None


async def write_refusals(db: Db, items: list[Refusal]) -> None:
    await db.run(
        refusals.insert(),
        [
            {
                "at": item.at,
                "account_id": item.account_id,
                "permission": item.permission,
                "object_kind": item.object_kind,
                "object_id": item.object_id,
                "reason": "not_permitted",
            }
            for item in items
        ],
    )
