"""A courier that keeps what it is given, a timer that passes by itself, and a notifier to crank by hand."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from journal.clock import Clock
from journal.model.school import School
from journal.regulation import Regulation
from notifications.courier import Delivered, Outcome, Parcel
from notifications.pace import Pace
from notifications.service import Notifier
from storage.unit_of_work import SqlStore


class PassingTimer:
    """Monotonic time that passes only while somebody sleeps, at once."""

    def __init__(self) -> None:
        self.moment = 1000.0

    def now(self) -> float:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.moment += max(0.0, seconds)
        await asyncio.sleep(0)


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


def notifier_of(office: Office, post: Post, rate: float = 30.0) -> Notifier:
    return Notifier(office, post, Pace(rate=rate, timer=post.timer))
