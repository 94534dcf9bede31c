"""What becomes of a message after an attempt, and of an event nobody could expand. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.model.outbox import Lane
from notifications.courier import Delivered, Failed, Limited, Moved, Outcome, Rejected, Unpaid, Unreachable

# Waits between attempts; the last one repeats for as long as the message still matters (`expires_at`).
BACKOFF = tuple(timedelta(seconds=seconds) for seconds in (2, 5, 15, 60, 300, 900))
# Waits of an event that could not be expanded; after the last it is set aside for somebody to look at.
EXPANSION_BACKOFF = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 30, 120, 600, 1800))
# Why a message did not arrive whose chat has another address; a chat that moves twice running is none.
MOVED = "moved"
# What failed so often goes another way, where its guardian has one: after some ten seconds, or half an hour.
PATIENCE = {Lane.URGENT: 2, Lane.NORMAL: 7, Lane.BULK: 7}
# A person who blocked the bot is tried again once a day, or as soon as they write.
PROBE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sent:
    message_id: int


@dataclass(frozen=True, slots=True)
class Again:
    """Back to the queue until `at`; an attempt that the messenger did not look at is not counted."""

    at: datetime
    counted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Unreached:
    """The account cannot be reached: everything for it waits until `probe_at`."""

    probe_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Dead:
    """Never again; an administrator sees it with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Readdressed:
    """The same at once to the account's new address."""

    platform_id: str


@dataclass(frozen=True, slots=True)
class Free:
    """The same at once for nothing, and so with all that was to be paid for."""


Fate = Sent | Again | Unreached | Readdressed | Free | Dead


def fate(outcome: Outcome, attempts: int, now: datetime, *, moved: bool = False) -> Fate:
    """What becomes of a message after `outcome`, when `attempts` failed before, the last as it `moved`."""
    match outcome:
        case Delivered(message_id):
            return Sent(message_id)
        case Limited(retry_after):
            return Again(now + timedelta(seconds=retry_after), counted=False, reason="limited")
        case Unreachable(reason):
            return Unreached(now + PROBE, reason)
        case Moved(platform_id):
            return Dead("moved again and again") if moved else Readdressed(platform_id)
        case Unpaid():
            return Free()
        case Rejected(reason):
            return Dead(reason)
        case Failed(reason):
            return Again(now + BACKOFF[min(attempts, len(BACKOFF) - 1)], counted=True, reason=reason)


def given_up(end: Fate, lane: Lane, attempts: int) -> bool:
    """Whether the channel has had its chance, `attempts` having failed before this end: another may try."""
    match end:
        case Dead():
            return True
        case Again(_, counted, _):
            return counted and attempts + 1 >= PATIENCE[lane]
        case _:
            return False


def expansion_again(tries: int, now: datetime) -> datetime | None:
    """When an event is tried again that failed just now and `tries` times before; None to set it aside."""
    return now + EXPANSION_BACKOFF[tries] if tries < len(EXPANSION_BACKOFF) else None
