"""What lies ahead of a child beside the lessons: events, control works, holidays."""

from dataclasses import dataclass
from datetime import date, time

from journal.model.people import Child
from journal.model.span import Span


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the class or the school, or days that differ from the timetable."""

    # Stays the same when the words or the hours change, and is no other's: `event/7`, `day/7`.
    key: str
    first: date
    last: date
    title: str
    starts: time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A control work that is planned for a day."""

    id: int
    date: date
    subject: str
    kind: str
    topic: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """What lies ahead of a child."""

    child: Child
    happenings: tuple[Happening, ...]
    works: tuple[PlannedWork, ...]
    # Days between the periods of this year that are not over yet.
    holidays: tuple[Span, ...] = ()
