"""What goes wrong: what befalls messages, and what does not go on as it should."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Setback(StrEnum):
    """Why a letter did not arrive; the value stands in buttons."""

    # The messenger refuses this very message.
    REFUSED = "r"
    TOO_LONG = "l"
    # It was not worth telling any more when its turn came.
    LATE = "t"
    # It became too late while the person could not be reached.
    AWAY = "a"
    # Nobody could be told of what happened: the bot itself failed.
    UNTOLD = "u"


@dataclass(frozen=True, slots=True)
class LettersNews:
    """What did not arrive, by what befell it."""

    setbacks: tuple[tuple[Setback, int], ...]


class OutageKind(StrEnum):
    """What did not go on as it should."""

    # Nobody answered people.
    DOWN = "down"
    # People were answered, yet no message left.
    SILENT = "silent"
    # What is due by the clock was not done.
    IDLE = "idle"
    MESSENGER = "messenger"
    DATABASE = "database"
    # Messages wait longer than they should, and none leaves.
    STUCK = "stuck"
    # Messages leave, but so many wait that it takes long.
    BACKLOG = "backlog"


@dataclass(frozen=True, slots=True)
class Outage:
    kind: OutageKind
    began_at: datetime
    # None while it goes on.
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OutageNews:
    """An outage that began or is over, with what became of the messages of that time."""

    outage: Outage
    late: int = 0
    # How many of them still wait.
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class StarsNews:
    """The bot's balance is used up: what was to be paid for goes for nothing."""

    day: date
