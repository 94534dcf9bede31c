"""Every push is accounted for whatever the messenger, the database or a courier does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from journal.clock import FrozenClock
from notifications.courier import Delivered, Failed, Limited, Outcome, Parcel, Rejected
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.sender import Sender
from notifications.service import Notifier
from storage.db import Db
from storage.tables.outbox import outbox
from storage.unit_of_work import SqlStore
from tests.notifications.post import (
    Office,
    Post,
    open_accounts,
    queue_letters,
    states,
)
from tests.support.school import person_id

OLGA, IGOR = person_id("olga"), person_id("igor")


async def test_too_many_requests_to_several_chats_stop_the_whole_bot_until_the_messenger_said(
    office: Office, post: Post, notifier: Notifier, clock: FrozenClock
) -> None:
    refused: list[float] = []

    def answer(parcel: Parcel) -> Outcome:
        if len(refused) < 3:
            refused.append(post.timer.now())
            return Limited(20)
        return Delivered(1)

    post.answer = answer
    await queue_letters(office, await open_accounts(office.store, 10))
    await notifier.sender.drain()
    after = [moment for moment in post.moments if moment > refused[-1]]
    assert min(after) >= refused[0] + 20
    clock.move(timedelta(seconds=41))
    await post.timer.sleep(20)
    await notifier.sender.drain()
    assert await states(office.store) == {"sent": 10}


async def test_a_refused_chat_rests_alone_and_gets_everything_later(
    office: Office, post: Post, notifier: Notifier, clock: FrozenClock
) -> None:
    begun = post.timer.now()

    def answer(parcel: Parcel) -> Outcome:
        refused = parcel.recipient.account_id == OLGA and post.timer.now() < begun + 600
        return Limited(600 - (post.timer.now() - begun)) if refused else Delivered(1)

    post.answer = answer
    await queue_letters(office, [OLGA, *await open_accounts(office.store, 30)], each=2)
    await notifier.sender.drain()
    assert len(post.of(OLGA)) == 1
    assert await states(office.store) == {"sent": 60, "waiting": 2}
    assert post.timer.now() < begun + 10
    clock.move(timedelta(minutes=10))
    await post.timer.sleep(600)
    await notifier.sender.drain()
    assert await states(office.store) == {"sent": 62}


async def test_a_shift_that_breaks_down_ends_with_every_push_accounted_for(
    office: Office, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    pace = Pace(timer=post.timer)

    async def broken() -> None:
        raise RuntimeError("a bug in the pace")

    monkeypatch.setattr(pace.free, "slot", broken)
    await queue_letters(office, [OLGA, IGOR])
    sender = Sender(Ledger(office), post, pace)
    with pytest.raises(ExceptionGroup):
        await asyncio.wait_for(sender.drain(), 10)
    assert await states(office.store) == {"waiting": 2}
    monkeypatch.undo()
    await sender.drain()
    assert await states(office.store) == {"sent": 2}


async def test_a_long_freeze_gives_back_what_was_claimed_and_stops_at_once_when_told(
    office: Office, post: Post
) -> None:
    # Time really passes: nobody must wait for the ten minutes.
    sender = Sender(Ledger(office), post, Pace(rate=200))
    refused = asyncio.Event()

    def answer(_: Parcel) -> Outcome:
        refused.set()
        return Limited(600)

    post.answer = answer
    await queue_letters(office, await open_accounts(office.store, 20))
    running = asyncio.create_task(sender.run())
    await refused.wait()
    sender.stop()
    await asyncio.wait_for(running, 20)
    assert await states(office.store) == {"waiting": 20}


async def test_a_failed_message_is_tried_again_later_and_later(
    office: Office, post: Post, notifier: Notifier, clock: FrozenClock
) -> None:
    answers: list[Outcome] = [Failed("502"), Failed("reset"), Delivered(1)]
    post.answer = lambda _: answers.pop(0)
    await queue_letters(office, [OLGA])
    for seconds, left in ((0, 2), (1, 2), (1, 1), (4, 1), (1, 0)):
        clock.move(timedelta(seconds=seconds))
        await notifier.sender.drain()
        assert len(answers) == left
    assert await states(office.store) == {"sent": 1}


async def test_what_the_messenger_refuses_for_good_is_kept_with_the_reason(
    office: Office, post: Post, notifier: Notifier
) -> None:
    post.answer = lambda _: Rejected("can't parse entities")
    await queue_letters(office, [OLGA])
    await notifier.sender.drain()
    async with office.store.connection() as db:
        (row,) = await db.all(select(outbox.c.state, outbox.c.error))
    assert tuple(row) == ("dead", "can't parse entities")


async def test_a_courier_that_raises_costs_nothing_but_time(
    office: Office, post: Post, notifier: Notifier, clock: FrozenClock
) -> None:
    def stumble(_: Parcel) -> Outcome:
        post.answer = None
        raise RuntimeError("a bug")

    post.answer = stumble
    await queue_letters(office, [OLGA])
    await notifier.sender.drain()
    clock.move(timedelta(seconds=2))
    await notifier.sender.drain()
    assert await states(office.store) == {"sent": 1}


async def test_a_receipt_is_saved_though_the_database_was_away_for_a_while(
    office: Office, post: Post, notifier: Notifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    whole = SqlStore.connection

    @asynccontextmanager
    async def failing(store: SqlStore, *, writing: bool = False, patient: bool = False) -> AsyncIterator[Db]:
        calls.append(writing)
        if post.parcels and len(calls) % 3:
            raise ConnectionError("the database is away")
        async with whole(store, writing=writing, patient=patient) as db:
            yield db

    await queue_letters(office, [OLGA])
    monkeypatch.setattr(SqlStore, "connection", failing)
    # Claiming may meet the failure; what was sent is saved all the same.
    with suppress(ConnectionError, ExceptionGroup):
        await notifier.sender.drain()
    monkeypatch.undo()
    assert await states(office.store) == {"sent": 1}
    assert len(post.parcels) == 1


async def test_a_push_that_cannot_be_checked_does_not_stop_the_others(
    office: Office, post: Post, notifier: Notifier
) -> None:
    await queue_letters(office, [OLGA, IGOR])
    async with office.store.connection(writing=True) as db:
        await db.run(update(outbox).where(outbox.c.account_id == OLGA).values(payload={}))
        await db.connection.commit()
    await notifier.sender.drain()
    assert [parcel.recipient.account_id for parcel in post.parcels] == [IGOR]
    assert await states(office.store) == {"sent": 1, "waiting": 1}
