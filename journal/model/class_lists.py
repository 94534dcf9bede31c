"""The list of a class, confirmed from month to month, and the mistakes found in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.people import Person, Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A student of the list with the adults and their numbers, as far as the school has them."""

    student: Person
    adults: tuple[tuple[Person, str | None], ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong in a list, in the words of the class teacher."""

    id: int
    unit_id: int
    text: str
    author: Person
    reported_at: datetime
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That the list was right for the day it was due on."""

    unit_id: int
    due_on: date
    at: datetime
    by: Person


@dataclass(frozen=True, slots=True)
class ClassList:
    """The list as its class teacher looks at it; `due_on` is the day by which it is to be confirmed."""

    unit: Unit
    entries: tuple[Entry, ...]
    due_on: date
    today: date
    confirmed: Confirmation | None = None
    flaws: tuple[Flaw, ...] = ()


class ListState(StrEnum):
    CONFIRMED = "confirmed"
    # A mistake was reported and waits for the office.
    FLAWED = "flawed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class BoardLine:
    unit: Unit
    state: ListState
    # Empty where nobody heads the class.
    heads: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBoard:
    """How the classes of the school stand; `settles`: whether the reader puts lists right."""

    due_on: date
    today: date
    lines: tuple[BoardLine, ...]
    flaws: tuple[tuple[Flaw, Unit], ...] = ()
    settles: bool = False

    def of(self, state: ListState) -> list[BoardLine]:
        return [line for line in self.lines if line.state is state]


@dataclass(frozen=True, slots=True)
class ListNews:
    """A class teacher is asked to confirm the list."""

    unit: Unit
    due_on: date
    overdue: bool


@dataclass(frozen=True, slots=True)
class FlawNews:
    """A mistake was reported, or (`flaw.settled`) put right."""

    flaw: Flaw
    unit: Unit
