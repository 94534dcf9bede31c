"""The pace of the sender on both engines: even, in order, the urgent first."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise

from sqlalchemy import update

from journal.model.outbox import Lane
from notifications import departure
from notifications.allowance import OwnAllowance
from notifications.courier import Delivered, Outcome, Parcel
from notifications.ledger import Ledger
from notifications.pace import Pace
from notifications.pacing import Slot
from notifications.sender import Sender
from notifications.service import Notifier
from notifications.shift import PATIENCE
from storage.tables.access import accounts
from tests.notifications.post import (
    Office,
    PassingTimer,
    Post,
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


class Blocked(OwnAllowance):
    """Its first slot comes only after so many seconds, as where the database that shares them was away."""

    def __init__(self, timer: PassingTimer, seconds: float, meanwhile: Callable[[], Awaitable[None]]) -> None:
        super().__init__(30.0, timer)
        self.seconds = seconds
        self.meanwhile = meanwhile

    async def slot(self) -> Slot:
        seconds, self.seconds = self.seconds, 0.0
        if seconds:
            await self.meanwhile()
            await self._timer.sleep(seconds)
        return await super().slot()


async def test_what_waited_long_for_its_slot_is_checked_again(office: Office, post: Post) -> None:
    async def block() -> None:
        async with office.store.connection(writing=True) as db:
            await db.run(update(accounts).where(accounts.c.id == OLGA).values(blocked_at=office.clock.now()))
            await db.connection.commit()

    await queue_letters(office, [OLGA])
    pace = Pace(timer=post.timer, free=Blocked(post.timer, PATIENCE + 1, block))
    await Sender(Ledger(office), post, pace).drain()
    assert post.parcels == []
    assert await states(office.store) == {"skipped": 1}


class Noting(OwnAllowance):
    """Notes when the messages left that were taken."""

    def __init__(self, timer: PassingTimer) -> None:
        super().__init__(30.0, timer)
        self.left: list[float] = []

    def passed(self, left_at: float) -> None:
        self.left.append(left_at)


async def test_an_answer_counts_from_when_its_message_left(office: Office, post: Post) -> None:
    class Slow(Post):
        async def deliver(self, parcel: Parcel) -> Outcome:
            await self.timer.sleep(0.2)
            departure.now()
            self.moments.append(self.timer.now())
            await self.timer.sleep(0.1)
            return Delivered(1)

    allowance, slow = Noting(post.timer), Slow(post.timer)
    await queue_letters(office, [OLGA])
    await Sender(Ledger(office), slow, Pace(timer=post.timer, free=allowance)).drain()
    assert allowance.left == slow.moments


async def test_an_urgent_alert_does_not_wait_until_another_chat_has_rested(
    office: Office, post: Post
) -> None:
    class Resting(PassingTimer):
        async def sleep(self, seconds: float) -> None:
            if seconds > 0.5:
                resting.set()
                await asyncio.Event().wait()
            await super().sleep(seconds)

    def answer(parcel: Parcel) -> Outcome:
        if parcel.recipient.account_id == IGOR:
            told.set()
        return Delivered(1)

    resting, told = asyncio.Event(), asyncio.Event()
    timer = Resting()
    own = Post(timer, answer=answer)
    await queue_letters(office, [OLGA], each=2)
    sender = Sender(Ledger(office), own, Pace(timer=timer))
    sending = asyncio.create_task(sender.run())
    await resting.wait()
    await queue_letters(office, [IGOR], lane=Lane.URGENT, name="alert")
    sender.wake()
    await asyncio.wait_for(told.wait(), 5)
    sender.stop()
    await sending
