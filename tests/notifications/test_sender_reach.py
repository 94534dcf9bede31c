"""Who blocked the bot is tried again, and loses nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from journal.clock import FrozenClock
from notifications.courier import Delivered, Unreachable
from notifications.service import Notifier
from storage.outbox import reached
from storage.tables.access import accounts
from storage.tables.outbox import outbox
from tests.notifications.post import (
    Office,
    Post,
    open_accounts,
    queue_letters,
    states,
)
from tests.support.school import person_id

OLGA = person_id("olga")


@pytest.mark.requirement("R-102")
async def test_who_blocked_the_bot_is_tried_once_a_day_and_loses_nothing(
    office: Office, post: Post, notifier: Notifier, clock: FrozenClock
) -> None:
    post.answer = lambda _: Unreachable("bot was blocked by the user")
    await queue_letters(office, [OLGA], each=3)
    await notifier.sender.drain()
    clock.move(timedelta(hours=23))
    await notifier.sender.drain()
    assert len(post.take()) == 1
    async with office.store.connection() as db:
        row = await db.first(select(accounts).where(accounts.c.id == OLGA))
    assert row is not None
    assert row.unreachable_reason == "bot was blocked by the user"
    post.answer = None
    async with office.store.connection(writing=True) as db:
        await reached(db, [OLGA])
        await db.connection.commit()
    await notifier.sender.drain()
    assert len(post.parcels) == 3
    assert await states(office.store) == {"sent": 3}


async def test_the_others_are_served_meanwhile(office: Office, post: Post, notifier: Notifier) -> None:
    chats = await open_accounts(office.store, 30)
    blocked = set(chats[::3])
    post.answer = lambda parcel: (
        Unreachable("blocked") if parcel.recipient.account_id in blocked else Delivered(1)
    )
    await queue_letters(office, chats)
    await notifier.sender.drain()
    assert await states(office.store) == {"sent": 20, "waiting": 10}


async def test_a_probe_that_arrives_makes_the_account_reachable_again(
    office: Office, post: Post, notifier: Notifier, clock: FrozenClock
) -> None:
    post.answer = lambda _: Unreachable("blocked")
    await queue_letters(office, [OLGA], each=2)
    await notifier.sender.drain()
    post.answer = None
    clock.move(timedelta(hours=23, minutes=59, seconds=59))
    await queue_letters(office, [OLGA], name="meanwhile")
    async with office.store.connection(writing=True) as db:
        await db.run(update(outbox).values(expires_at=clock.now() + timedelta(days=1)))
        await db.connection.commit()
    clock.move(timedelta(seconds=1))
    await notifier.sender.drain()
    assert await states(office.store) == {"sent": 3}
