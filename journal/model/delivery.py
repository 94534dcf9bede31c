"""How messages fare: what did not arrive and why, and how the bot is doing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from journal.model.access import BindingKind
from journal.model.news import Kind
from journal.model.outbox import Lane
from journal.model.people import Child, Person, Role
from journal.model.trouble import Outage, Setback


class Source(StrEnum):
    """What a letter is; the value stands in buttons."""

    # A message that was queued for somebody.
    PUSH = "p"
    # Something that happened, of which nobody could be told.
    EVENT = "e"


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a letter was for: the account's owner, as what, and about which child."""

    kind: BindingKind | None = None
    person: Person | None = None
    child: Child | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that did not arrive; what it says is nobody's to see here."""

    source: Source
    id: int
    setback: Setback
    # What it is about; for an event the name under which the bot knows it.
    kind: Kind | None
    event: str | None
    # When it was given up, when it was meant to go, until when it was worth telling.
    at: datetime
    due_at: datetime
    expires_at: datetime | None
    # The messenger's own words, or the failure's name; no personal data.
    said: str | None = None
    whom: Whom = Whom()
    # When a person who cannot be reached is tried again.
    probe_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One letter, or a part of the list of one setback."""

    setback: Setback
    letters: tuple[Letter, ...]
    number: int
    total: int
    # Whether the reader may know by name whom they were for.
    named: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """One letter with what may be done about it."""

    letter: Letter
    named: bool
    may_go_again: bool


@dataclass(frozen=True, slots=True)
class LaneLoad:
    """What waits in a lane: due now, due later, and for people who cannot be reached now."""

    lane: Lane
    due: int = 0
    later: int = 0
    away: int = 0
    # Since when the oldest of what is due waits.
    since: datetime | None = None
    # When the first of the others goes, and when the first who cannot be reached is tried again.
    next_at: datetime | None = None
    probe_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """Accounts that are linked to anybody, and how many of them the messenger does not reach."""

    linked: int
    away: int


@dataclass(frozen=True, slots=True)
class BotState:
    """How the bot is doing."""

    lanes: tuple[LaneLoad, ...]
    sent_today: int
    # Letters for somebody to look at, those given up for people out of reach, and those put away.
    undelivered: int
    given_up: int
    put_away: int
    reach: Reach
    # Since when people have been answered; None before the bot ever ran.
    since: datetime | None = None
    # What goes on now, and what ended last.
    outages: tuple[Outage, ...] = ()
    last_outage: Outage | None = None
