"""What is claimed is sent once, or given back: leases, receipts, two senders, stopping."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import pytest
from sqlalchemy import text

from journal.clock import FrozenClock
from journal.model.outbox import Lane, Push
from notifications.courier import Delivered, Limited, Outcome, Parcel
from notifications.ledger import GONE, Ledger
from notifications.pace import Pace
from notifications.packing import Packed
from notifications.sender import Sender
from notifications.service import Notifier
from storage import outbox
from storage.outbox import LEASE, MATTERS
from storage.presence import present
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


async def test_two_senders_share_the_work_and_send_nothing_twice(office: Office, post: Post) -> None:
    chats = await open_accounts(office.store, 60)
    await queue_letters(office, chats, each=2)
    posts = [Post(PassingTimer()) for _ in range(2)]
    await asyncio.gather(*(notifier_of(office, one).sender.drain() for one in posts))
    sent = [parcel.push_id for one in posts for parcel in one.parcels]
    assert len(sent) == len(set(sent)) == 120
    assert await states(office.store) == {"sent": 120}


QUERY = """
    SELECT account_id FROM outbox WHERE state = 'waiting' AND channel = 'telegram' AND paid = false
    AND lane = 2 AND not_before <= '2026-10-14'
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


async def test_what_nobody_speaks_for_any_more_goes_again_within_seconds(
    office: Office, post: Post, clock: FrozenClock
) -> None:
    """On a server a living sender holds a lock beside its leases; on a file there is but one sender."""
    engine = office.store.engine
    if engine.dialect.name != "postgresql":
        return
    dead, living = Ledger(office, machine=clock), Ledger(office, machine=clock)
    timer = living.timer = PassingTimer()
    await queue_letters(office, [OLGA, IGOR])
    await dead.claim(Lane.NORMAL, 1, set())
    speaking = asyncio.create_task(present(engine, [dead.holder]))
    await _until_nobody_is_absent(office)
    for _ in range(3):
        assert await living.recover() == 0
        await timer.sleep(GONE)
    speaking.cancel()
    await asyncio.wait({speaking})
    while await living.recover() == 0:
        await timer.sleep(GONE / 3)
        await asyncio.sleep(0.02)
    assert timer.now() >= 1000 + 4 * GONE - GONE / 3
    assert await states(office.store) == {"waiting": 2}


async def _until_nobody_is_absent(office: Office) -> None:
    while True:
        async with office.store.connection() as db:
            if not await outbox.absent(db):
                return
        await asyncio.sleep(0.02)


async def test_a_shift_broken_off_in_the_middle_of_claiming_leaves_nothing_leased(
    office: Office, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, calls = Ledger.check, []

    async def broken_off(ledger: Ledger, messages: Sequence[Sequence[Push]]) -> Packed:
        calls.append(len(messages))
        if len(calls) == 1:
            raise asyncio.CancelledError
        return await whole(ledger, messages)

    monkeypatch.setattr(Ledger, "check", broken_off)
    await queue_letters(office, [OLGA, IGOR])
    sender = Sender(Ledger(office), post, Pace(timer=post.timer))
    with suppress(asyncio.CancelledError):
        await sender.drain()
    await sender.drain()
    assert await states(office.store) == {"sent": 2}
    assert len(post.parcels) == 2


async def test_a_sender_takes_nothing_from_itself_though_its_leases_are_over(
    office: Office, clock: FrozenClock
) -> None:
    """It knows what became of them; whose receipts the database could not take meanwhile, goes not again."""
    ledger = Ledger(office, machine=clock)
    await queue_letters(office, [OLGA])
    await ledger.claim(Lane.NORMAL, 10, set())
    clock.move(2 * LEASE)
    assert await ledger.recover() == 0
    clock.move(MATTERS)
    assert await ledger.recover() == 1, "a receipt that late will not come"


async def test_a_lease_of_before_the_machines_clock_was_turned_back_ends(
    office: Office, clock: FrozenClock
) -> None:
    await queue_letters(office, [OLGA])
    await Ledger(office, machine=clock).claim(Lane.NORMAL, 10, set())
    clock.move(-2 * LEASE)
    assert await Ledger(office, machine=clock).recover() == 1


async def test_an_answer_nobody_can_make_sense_of_is_a_failure_like_others(
    office: Office, post: Post, notifier: Notifier
) -> None:
    post.answer = lambda _: Limited(1e300)
    await queue_letters(office, [OLGA])
    await asyncio.wait_for(notifier.sender.drain(), 20)
    assert await states(office.store) == {"waiting": 1}
