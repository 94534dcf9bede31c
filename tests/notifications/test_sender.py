"""The pace of the sender on both engines: even, in order, the urgent first."""

import asyncio
from itertools import pairwise

from journal.model.outbox import Lane
from notifications.courier import Delivered, Outcome, Parcel
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.sender import Sender
from notifications.service import Notifier
from tests.notifications.post import (
    Office,
    Post,
    open_accounts,
    queue_letters,
    states,
)
from tests.support.school import person_id

OLGA = person_id("olga")


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


async def test_what_is_paid_for_goes_at_its_own_rate_beside_what_is_free(
    office: Office, post: Post, notifier: Notifier
) -> None:
    chats = await open_accounts(office.store, 300)
    await queue_letters(office, chats[:290], paid=True)
    await queue_letters(office, chats[290:])
    begun = post.timer.now()
    await notifier.sender.drain()
    paid = [parcel.paid for parcel in post.parcels]
    assert paid.count(True) == 290
    assert max(at for at, was in zip(post.moments, paid, strict=True) if was) < begun + 2
    free = [at for at, was in zip(post.moments, paid, strict=True) if not was]
    assert min(later - earlier for earlier, later in pairwise(free)) >= 1 / 30


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
