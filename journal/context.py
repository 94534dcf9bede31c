"""What a use case receives: who acts, when, under which regulation, and where to read and write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.model.access import Actor
from journal.model.channels import Channel
from journal.model.fare import PaidBroadcast

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from journal.clock import Clock
    from journal.model.school import School
    from journal.ports import Work
    from journal.ports.store import Store
    from journal.regulation import Regulation


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from; stands in every audit entry.

    `received_at` is the moment the update was stored, by which deadlines are judged: a teacher who saved in
    time is in time, however long the queue was. `chat` is the conversation whose order it belongs to.
    """

    channel: str
    update_id: int | None = None
    received_at: datetime | None = None
    chat: str | None = None


@dataclass(frozen=True, slots=True)
class Ctx:
    """One request's context."""

    actor: Actor
    store: Store
    clock: Clock
    school: School
    regulation: Regulation
    origin: Origin
    # What codes are hashed with; whoever issues or redeems none needs none.
    secret: bytes = field(default=b"", repr=False)
    # The ways of news that the school has set up beside the messenger.
    channels: frozenset[Channel] = frozenset()
    # Who may pay for a notice to go at once.
    paid_broadcast: PaidBroadcast = PaidBroadcast.OFF

    @property
    def now(self) -> datetime:
        return self.origin.received_at or self.clock.now()

    @property
    def today(self) -> date:
        return self.school.day(self.now)

    def reading(self) -> AbstractAsyncContextManager[Work]:
        """One consistent view of the state at its first query, whatever is committed meanwhile."""
        return self.store.reading(self)

    def writing(self) -> AbstractAsyncContextManager[Work]:
        """The only way to change anything: leaving without `commit()` rolls everything back."""
        return self.store.writing(self)

    def as_actor(self, actor: Actor) -> Ctx:
        """The same request after its actor changed, e.g. just after a code was redeemed."""
        return replace(self, actor=actor)


def nobody(locale: str = "ru") -> Actor:
    """An actor without any right: a job of the bot itself, or an account before it is known."""
    return Actor(account_id=0, locale=locale)


def operator(user: str) -> Actor:
    """Whoever types commands on the machine itself, by the name of its user; may never enter marks."""
    return Actor(account_id=0, locale="en", operator=user)
