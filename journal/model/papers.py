"""What families get on paper: results of a week or a period, letters, and what is asked to be printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from journal.model.ahead import Happening, PlannedWork
from journal.model.attendance import Absence
from journal.model.debts import Debt
from journal.model.diary import Missed
from journal.model.lessons import Homework
from journal.model.people import Child, Person, Unit
from journal.model.span import Span


@dataclass(frozen=True, slots=True)
class SubjectResults:
    """A subject of a child: the marks of the days asked for, oldest first, and the mean of the period."""

    subject: str
    marks: tuple[str, ...]
    average: Decimal | None = None

    @property
    def weighted(self) -> bool:
        """Whether the mean is not the plain one: somebody who reckons it would wonder."""
        numbers = [Decimal(mark) for mark in self.marks if mark.isdecimal()]
        if self.average is None or not numbers:
            return False
        return abs(sum(numbers, Decimal(0)) / len(numbers) - self.average) >= Decimal("0.005")


@dataclass(frozen=True, slots=True)
class ToSign:
    """A notice that nobody of the family has signed off."""

    text: str
    sent_on: date


@dataclass(frozen=True, slots=True)
class ChildResults:
    """How some days were for a child, and what lies ahead of it."""

    child: Child
    span: Span
    subjects: tuple[SubjectResults, ...]
    absences: tuple[Absence, ...]
    missed: Missed
    debts: tuple[Debt, ...] = ()
    homework: tuple[Homework, ...] = ()
    works: tuple[PlannedWork, ...] = ()
    notices: tuple[ToSign, ...] = ()
    events: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Handing:
    """When a paper was given to the family, and by whom."""

    at: datetime
    by: Person


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of the paper of one child for the week from that Monday."""

    student_id: int
    monday: date
    handed_at: datetime | None = None
    handed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The week's paper of one child."""

    student: Person
    handed: Handing | None = None


@dataclass(frozen=True, slots=True)
class PrintedWeek:
    """The papers of a week of a class, and how it stands with the weeks before."""

    unit: Unit
    span: Span
    sheets: tuple[Sheet, ...]
    # Earlier weeks: the Monday, how many papers were handed over, how many there were; newest first.
    before: tuple[tuple[date, int, int], ...] = ()
    current: bool = True

    @property
    def handed(self) -> int:
        return sum(sheet.handed is not None for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class WithoutPhone:
    """A student of the class list: whether results are printed for the family, and why that may be needed."""

    student: Person
    printed: bool
    # Prescribed by the regulation: somebody refused the diary and nobody of the family has it.
    refused: bool = False
    connected: bool = True


class RequestState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"


class Paper(StrEnum):
    """What may be asked to be printed."""

    LETTER = "letter"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """Something that the school's office is asked to print; the parameters are those of its kind of paper."""

    id: int
    paper: Paper
    parameters: Mapping[str, object]
    asked_by: Person
    asked_at: datetime
    state: RequestState
    done_by: Person | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskedPrint:
    """A request with what it is about; `student` is None for the whole class."""

    request: PrintRequest
    unit: Unit
    student: Person | None = None


@dataclass(frozen=True, slots=True)
class PrintoutNews:
    """The papers of a week are ready: how many are not handed over yet."""

    unit: Unit
    monday: date
    count: int
