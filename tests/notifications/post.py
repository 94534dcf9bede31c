"""A courier that keeps what it is given, a timer that passes by itself, and a notifier to crank by hand."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import func, select

from journal.clock import Clock
from journal.model.news import Kind
from journal.model.outbox import Lane, NewPush
from journal.model.school import School
from journal.regulation import Regulation
from notifications.courier import Delivered, Outcome, Parcel
from notifications.pace import Pace
from notifications.scheduler import Scheduler
from notifications.service import Notifier
from storage import outbox
from storage.db import Db
from storage.tables.access import accounts as accounts_table
from storage.tables.access import bindings
from storage.tables.outbox import outbox as outbox_table
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO


class PassingTimer:
    """Monotonic time that passes only while somebody sleeps, at once."""

    def __init__(self) -> None:
        self.moment = 1000.0

    def now(self) -> float:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        # Whoever was to act before this sleep acts before its time passes.
        await asyncio.sleep(0)
        self.moment += max(0.0, seconds)


@dataclass
class Post:
    """Implements the courier port: keeps parcels, with the timer's moment, and answers as told."""

    timer: PassingTimer
    parcels: list[Parcel] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    # What it answers; by default everything arrives.
    answer: Callable[[Parcel], Outcome] | None = None
    numbers: int = 0

    async def deliver(self, parcel: Parcel) -> Outcome:
        self.parcels.append(parcel)
        self.moments.append(self.timer.now())
        if self.answer is not None:
            outcome = self.answer(parcel)
            if not isinstance(outcome, Delivered):
                return outcome
        if parcel.edits is not None:
            return Delivered(parcel.edits)
        self.numbers += 1
        return Delivered(self.numbers)

    def of(self, account_id: int) -> list[Parcel]:
        return [parcel for parcel in self.parcels if parcel.recipient.account_id == account_id]

    def take(self) -> list[Parcel]:
        """What came since last asked."""
        taken, self.parcels = self.parcels, []
        return taken


@dataclass
class Office:
    """What the notifications floor needs of the house."""

    store: SqlStore
    clock: Clock
    school: School
    regulation: Regulation
    secret: bytes = b"a secret of the test"


class Crank(Notifier):
    """A notifier with the scheduler beside it, both to be moved by hand."""

    def __init__(self, office: Office, post: Post, pace: Pace) -> None:
        super().__init__(office, post, pace)
        self.scheduler = Scheduler(office)


def notifier_of(office: Office, post: Post, rate: float = 30.0) -> Crank:
    return Crank(office, post, Pace(rate=rate, timer=post.timer))


async def queue_letters(
    office: Office,
    accounts: list[int],
    *,
    lane: Lane = Lane.NORMAL,
    each: int = 1,
    name: str = "letter",
    paid: bool = False,
) -> None:
    """Queue pushes that nothing but the sending can stop: «one more phone was linked», to all of one name."""
    now = office.clock.now()
    async with office.store.connection(writing=True) as db:
        await bear_one_name(db, accounts)
        pushes = [
            NewPush(
                account_id=account,
                kind=Kind.PHONE_ADDED,
                payload={"binding": 1},
                lane=lane,
                dedup_key=f"{name}:{account}:{number}",
                due_at=now,
                expires_at=now + timedelta(days=1),
                paid=paid,
            )
            for number in range(each)
            for account in accounts
        ]
        await outbox.queue(db, pushes, now)
        await db.connection.commit()


async def bear_one_name(db: Db, accounts: list[int]) -> None:
    """The accounts are all linked to whom the first binding is about."""
    first = await db.first(select(bindings).where(bindings.c.id == 1))
    assert first is not None
    own = set(await db.scalars(select(bindings.c.account_id).where(bindings.c.person_id == first.person_id)))
    link = {"kind": first.kind, "person_id": first.person_id, "bound_at": LONG_AGO, "news_since": LONG_AGO}
    await db.insert_new(
        bindings, [{"account_id": account, **link} for account in accounts if account not in own]
    )


async def states(store: SqlStore) -> Counter[str]:
    """How many pushes stand in each state."""
    async with store.connection() as db:
        return Counter(await db.scalars(select(outbox_table.c.state)))


async def told_to(store: SqlStore, account: int) -> list[int]:
    """A push of each message that the account got, the oldest message first."""
    pushes = select(func.max(outbox_table.c.id)).where(outbox_table.c.account_id == account)
    async with store.connection() as db:
        return await db.scalars(
            pushes.where(outbox_table.c.message_id.is_not(None))
            .group_by(outbox_table.c.message_id)
            .order_by(outbox_table.c.message_id)
        )


async def open_accounts(store: SqlStore, count: int) -> list[int]:
    """Accounts of strangers, to send many things to."""
    numbers = list(range(5000, 5000 + count))
    async with store.connection(writing=True) as db:
        await db.run(
            accounts_table.insert(),
            [
                {
                    "id": number,
                    "platform": "telegram",
                    "platform_id": str(number),
                    "locale": "ru",
                    "created_at": LONG_AGO,
                }
                for number in numbers
            ],
        )
        await db.connection.commit()
    return numbers
