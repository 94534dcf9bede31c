"""A child's week as its family is told of it: what was, and what lies ahead."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from journal.model.ahead import Happening
from journal.model.attendance import Reason
from journal.model.debts import Debt
from journal.model.people import Child


@dataclass(frozen=True, slots=True)
class SubjectWeek:
    """One subject of a child's week."""

    subject: str
    marks: tuple[str, ...]
    average: Decimal | None = None


@dataclass(frozen=True, slots=True)
class WeekAbsence:
    """Lessons of one day that were missed, with the reason where it is known."""

    day: date
    subject: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something of a subject that lies ahead: a control work or homework on it."""

    day: date
    subject: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class WeekNews:
    """A child's week: marks, attendance, averages of the period, and what lies ahead (R-097)."""

    child: Child
    first: date
    last: date
    subjects: tuple[SubjectWeek, ...]
    missed: int = 0
    missed_valid: int = 0
    unexplained: int = 0
    late: int = 0
    absences: tuple[WeekAbsence, ...] = ()
    debts: tuple[Debt, ...] = ()
    # Control works of the coming week; `text` is the kind of the work.
    works: tuple[Ahead, ...] = ()
    # What is set for the first day after the week that anything is set for.
    homework: tuple[Ahead, ...] = ()
    # Events of the class and the school, and special days, of the coming week.
    happenings: tuple[Happening, ...] = ()
    # Lessons the week had; without any there is nothing to sum up.
    lessons: int = 0
