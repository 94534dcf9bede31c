"""What is kept is forgotten in time."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from journal.clock import FrozenClock
from storage.housekeeping import INBOX_KEPT, clean_up
from storage.tables.outbox import inbox
from storage.unit_of_work import SqlStore


@pytest.mark.parametrize("state", ["done", "failed", "malformed"])
async def test_peoples_words_are_forgotten_two_days_after_they_were_settled_however_it_ended(
    state: str, store: SqlStore, clock: FrozenClock
) -> None:
    now = clock.now()
    ages = {1: INBOX_KEPT + timedelta(seconds=1), 2: INBOX_KEPT - timedelta(seconds=1)}
    async with store.connection(writing=True) as db:
        for number, age in ages.items():
            row = {"update_id": number, "chat": "1", "raw": {}, "received_at": now - age}
            await db.insert(inbox, state=state, settled_at=now - age, **row)
        row = {"update_id": 3, "chat": "1", "raw": {}, "received_at": now - timedelta(days=9)}
        await db.insert(inbox, state="waiting", **row)
        await clean_up(db, now)
        assert await db.scalars(select(inbox.c.update_id).order_by(inbox.c.update_id)) == [2, 3]
