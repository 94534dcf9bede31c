"""Settling: how leased pushes end, saved with their receipts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, update

from journal.model.outbox import PushState
from storage.db import Db
from storage.outbox.rows import LEASED, WAITING, fare
from storage.tables.outbox import outbox


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a leased push ended, or why it goes back to wait until `not_before`."""

    push_id: int
    state: PushState
    message_id: int | None = None
    not_before: datetime | None = None
    error: str | None = None
    counted: bool = False


# Made once, like a question (`storage.question`).
_MINE = (
    update(outbox)
    .where(outbox.c.id == bindparam("push"), outbox.c.leased_by == bindparam("holder"), LEASED)
    .values(leased_by=None, lease_until=None, error=bindparam("new_error"))
)
_END = _MINE.values(
    state=bindparam("new_state"), message_id=bindparam("new_message"), settled_at=bindparam("at")
)
_PUT_BACK = _MINE.values(
    state=PushState.WAITING,
    not_before=func.coalesce(
        bindparam("new_not_before", type_=outbox.c.not_before.type), outbox.c.not_before
    ),
    attempts=outbox.c.attempts + bindparam("more"),
)


async def settle(db: Db, holder: str, settlements: Sequence[Settlement], at: datetime) -> None:
    """End the leases of `holder`; a push whose lease went to somebody else meanwhile is left alone."""
    await db.run(
        _END,
        [
            {
                "push": item.push_id,
                "holder": holder,
                "at": at,
                "new_state": item.state,
                "new_message": item.message_id,
                "new_error": item.error,
            }
            for item in settlements
            if item.state is not PushState.WAITING
        ],
    )
    await db.run(
        _PUT_BACK,
        [
            {
                "push": item.push_id,
                "holder": holder,
                "new_not_before": item.not_before,
                "new_error": item.error,
                "more": int(item.counted),
            }
            for item in settlements
            if item.state is PushState.WAITING
        ],
    )


async def go_free(db: Db) -> int:
    """What is not sent yet goes for nothing, though it was to be paid for; how many there were."""
    return await db.run(update(outbox).where(WAITING | LEASED, fare(paid=True)).values(paid=False))
