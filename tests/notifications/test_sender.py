"""The sender on both engines: its pace, and every push accounted for whatever fails."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select, text, update

from journal.clock import FrozenClock
from journal.model.outbox import Lane
from notifications.courier import Delivered, Failed, Limited, Outcome, Parcel, Rejected, Unreachable
from notifications.ledger import LEASE, Ledger
from notifications.pace import Pace
from notifications.sender import Sender
from notifications.service import Notifier
from storage.db import Db
from storage.outbox import reached
from storage.tables.access import accounts
from storage.tables.outbox import outbox
from storage.unit_of_work import SqlStore
from tests.notifications.post import (
    Office,
    PassingTimer,
    Post,
    notifier_of,
    open_accounts,
    queue_letters,
    states,
)
from tests.support.school import person_id

OLGA, IGOR = person_id("olga"), person_id("igor")


async def test_a_hundred_chats_are_served_evenly_at_nearly_the_whole_allowance(
    office: Office, post: Post, notifier: Notifier
) -> None:
    await queue_letters(office, await open_accounts(office.store, 100))
    await notifier.sender.drain()
    assert len(post.parcels) == 100
    gaps = [later - earlier for earlier, later in pairwise(post.moments)]
    assert min(gaps) >= 1 / 30
    assert 99 / (post.moments[-1] - post.moments[0]) >= 30 * 0.98
    assert await states(office.store) == {"sent": 100}


async def test_one_chat_gets_its_messages_in_order_a_second_apart(
    office: Office, post: Post, notifier: Notifier
) -> None:
    await queue_letters(office, [OLGA], each=4)
    await notifier.sender.drain()
    gaps = [later - earlier for earlier, later in pairwise(post.moments)]
    assert len(gaps) == 3
    assert min(gaps) >= 1.0
    ids = [parcel.push_id for parcel in post.parcels]
    assert ids == sorted(ids)


async def test_an_urgent_alert_overtakes_the_bulk(office: Office, post: Post) -> None:
    await queue_letters(office, await open_accounts(office.store, 120), lane=Lane.BULK)
    told: list[int] = []
    begun = asyncio.Event()

    def answer(parcel: Parcel) -> Outcome:
        told.append(parcel.recipient.account_id)
        begun.set()
        return Delivered(1)

    post.answer = answer
    # Time really passes here, or the bulk would be gone before the alert is committed.
    sender = Sender(Ledger(office), post, Pace(rate=60))
    sending = asyncio.create_task(sender.drain())
    await begun.wait()
    await queue_letters(office, [OLGA], lane=Lane.URGENT)
    before = len(told)
    sender.wake()
    await sending
    # Of two seconds of bulk it waits for a fraction of one.
    assert told.index(OLGA) - before <= 40


async def test_bulk_is_not_starved_by_what_is_pressing(
    office: Office, post: Post, notifier: Notifier
) -> None:
    chats = await open_accounts(office.store, 80)
    await queue_letters(office, chats[:40])
    await queue_letters(office, chats[40:], lane=Lane.BULK)
    await notifier.sender.drain()
    first = [parcel.recipient.account_id in chats[40:] for parcel in post.parcels[:20]]
    assert any(first)


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
    clock.move(timedelta(seconds=21))
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

    monkeypatch.setattr(pace, "slot", broken)
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


async def test_what_a_crashed_sender_held_goes_again_when_its_lease_is_over(
    office: Office, post: Post, clock: FrozenClock
) -> None:
    dead = Ledger(office, machine=clock)
    await queue_letters(office, [OLGA, IGOR])
    assert len(await dead.claim(Lane.NORMAL, 10, set())) == 2
    living = Ledger(office, machine=clock)
    assert await living.claim(Lane.NORMAL, 10, set()) == []
    assert await living.recover() == 0
    clock.move(LEASE)
    assert await living.recover() == 2
    sender = Sender(living, post, Pace(timer=post.timer))
    await sender.drain()
    assert await states(office.store) == {"sent": 2}


async def test_a_receipt_that_comes_after_the_lease_went_to_another_changes_nothing(
    office: Office, post: Post, clock: FrozenClock
) -> None:
    slow, other = Ledger(office, machine=clock), Ledger(office, machine=clock)
    await queue_letters(office, [OLGA])
    packed = await slow.check(await slow.claim(Lane.NORMAL, 10, set()))
    clock.move(LEASE)
    await other.recover()
    await other.claim(Lane.NORMAL, 10, set())
    await slow.release(packed.ready)
    assert await states(office.store) == {"leased": 1}


async def test_whoever_starts_alone_takes_everything_back_at_once(office: Office, post: Post) -> None:
    await queue_letters(office, [OLGA])
    await Ledger(office).claim(Lane.NORMAL, 10, set())
    await notifier_of(office, post).sender.drain()
    # A file serves one process; on a server another sender may be alive and is waited for.
    alone = office.store.engine.dialect.name == "sqlite"
    assert await states(office.store) == ({"sent": 1} if alone else {"leased": 1})


async def test_stopping_gives_back_what_was_claimed_and_keeps_what_was_sent(
    office: Office, post: Post, notifier: Notifier
) -> None:
    chats = await open_accounts(office.store, 40)
    await queue_letters(office, chats)

    def answer(_: Parcel) -> Outcome:
        if len(post.parcels) == 7:
            notifier.sender.stop()
        return Delivered(1)

    post.answer = answer
    await notifier.sender.run()
    sent = len(post.parcels)
    assert 7 <= sent < 40
    assert await states(office.store) == {"sent": sent, "waiting": 40 - sent}


async def test_a_receipt_is_saved_though_the_database_was_away_for_a_while(
    office: Office, post: Post, notifier: Notifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    whole = SqlStore.connection

    @asynccontextmanager
    async def failing(store: SqlStore, *, writing: bool = False) -> AsyncIterator[Db]:
        calls.append(writing)
        if post.parcels and len(calls) % 3:
            raise ConnectionError("the database is away")
        async with whole(store, writing=writing) as db:
            yield db

    await queue_letters(office, [OLGA])
    monkeypatch.setattr(SqlStore, "connection", failing)
    # Claiming may meet the failure; what was sent is saved all the same.
    with suppress(ConnectionError, ExceptionGroup):
        await notifier.sender.drain()
    monkeypatch.undo()
    assert await states(office.store) == {"sent": 1}
    assert len(post.parcels) == 1


async def test_two_senders_share_the_work_and_send_nothing_twice(office: Office, post: Post) -> None:
    chats = await open_accounts(office.store, 60)
    await queue_letters(office, chats, each=2)
    posts = [Post(PassingTimer()) for _ in range(2)]
    await asyncio.gather(*(notifier_of(office, one).sender.drain() for one in posts))
    sent = [parcel.push_id for one in posts for parcel in one.parcels]
    assert len(sent) == len(set(sent)) == 120
    assert await states(office.store) == {"sent": 120}


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


QUERY = """
    SELECT account_id FROM outbox WHERE state = 'waiting' AND lane = 2 AND not_before <= '2026-10-14'
    ORDER BY not_before, id LIMIT 40
"""


async def test_claiming_reads_no_more_than_it_takes_however_much_waits(office: Office) -> None:
    explain = "EXPLAIN QUERY PLAN" if office.store.engine.dialect.name == "sqlite" else "EXPLAIN"
    async with office.store.connection() as db:
        if explain == "EXPLAIN":
            await db.run(text("SET enable_seqscan = off"))
        plan = " ".join(str(row) for row in await db.all(text(f"{explain} {QUERY}")))
    assert "ix_outbox_due" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
