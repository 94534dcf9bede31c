"""A push as it waits to be sent: ids only; its words are made at the moment of sending."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from journal.model.channels import Channel
from journal.model.news import Kind


class Lane(IntEnum):
    """The smaller the more pressing; the number stands in the outbox."""

    URGENT = 0
    NORMAL = 1
    BULK = 2


class Grouping(StrEnum):
    """How a push may be joined with others for the same account into one message."""

    ALONE = "alone"
    # Joined with its like when more than a few wait.
    FEW = "few"
    # Part of a card: joined whenever two wait.
    CARD = "card"


class PushState(StrEnum):
    WAITING = "waiting"
    # Claimed by a sender, until its lease is over.
    LEASED = "leased"
    SENT = "sent"
    # There was nothing to tell any more: withdrawn, unsubscribed, unbound, told already.
    SKIPPED = "skipped"
    # It could not be told in time.
    EXPIRED = "expired"
    # The messenger refuses it for good.
    DEAD = "dead"
    # It did not arrive, and somebody has looked at it.
    PUT_AWAY = "put_away"


@dataclass(frozen=True, slots=True)
class NewPush:
    """A push to be queued; a `dedup_key` is queued once, whatever is repeated."""

    account_id: int
    kind: Kind
    payload: Mapping[str, Any]
    lane: Lane
    dedup_key: str
    due_at: datetime
    expires_at: datetime
    student_id: int | None = None
    event_id: int | None = None
    thread: str | None = None
    grouping: Grouping = Grouping.ALONE
    # Later than `due_at` where the account is known to be out of reach.
    not_before: datetime | None = None
    channel: Channel = Channel.TELEGRAM
    # May go by paid broadcast.
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Push:
    """A queued push."""

    id: int
    account_id: int
    kind: Kind
    payload: Mapping[str, Any]
    lane: Lane
    due_at: datetime
    not_before: datetime
    expires_at: datetime
    student_id: int | None = None
    event_id: int | None = None
    thread: str | None = None
    grouping: Grouping = Grouping.ALONE
    # Those that failed, and those whose sender died: any of them may have arrived.
    attempts: int = 0
    # Why the last of them failed.
    error: str | None = None
    channel: Channel = Channel.TELEGRAM
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What an account was told in a thread, and by which message."""

    account_id: int
    thread: str
    told: Mapping[str, Any] = field(default_factory=dict)
    message_id: int | None = None
