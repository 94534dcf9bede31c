"""Marks of a period, a year, an exam: what is assessed, on what grounds, and the draft before Save."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto

from journal.entry import Verdict
from journal.model.control import RequestStatus
from journal.model.marks import ResultKind
from journal.model.people import Person
from journal.model.school import PeriodKind
from journal.model.span import Span


@dataclass(frozen=True, slots=True)
class Assessment:
    """What students of a grade get one mark a subject for: a period, the year, an exam, the final mark.

    `ordered_on` is the last day by the institution's order; `name` is the period's own, empty for the rest.
    """

    kind: ResultKind
    year_id: int
    starts_on: date
    ends_on: date
    name: str = ""
    period_id: int | None = None
    period_kind: PeriodKind | None = None
    ordered_on: date | None = None
    order_number: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)

    @property
    def code(self) -> str:
        """`period:3`, `year`: what tables call it within the year of a unit."""
        return str(self.kind) if self.period_id is None else f"{self.kind}:{self.period_id}"


@dataclass(frozen=True, slots=True)
class Place:
    """Which marks are meant: of a page, for a period (`period_id`), the year, an exam, or the final ones."""

    unit_id: int
    subject_id: int
    kind: ResultKind
    period_id: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """The order that sets the last day of a year's, an exam's or the final marks for some grades."""

    kind: ResultKind
    due_on: date
    number: str | None
    grade_from: int
    grade_to: int


@dataclass(frozen=True, slots=True)
class ResultPage:
    """A subject of a journal unit, whose students get marks for periods."""

    unit_id: int
    unit_name: str
    class_id: int
    grade: int
    year_id: int
    subject_id: int
    subject: str
    markless: bool = False
    # A student's own plan, whose hours are its own.
    individual: bool = False


class PageState(StrEnum):
    OPEN = auto()
    CLOSED = auto()
    # The deputy head opened it again.
    REOPENED = auto()


@dataclass(frozen=True, slots=True)
class Closure:
    """The page of an assessment was closed, perhaps opened again since."""

    closed_by: int
    closed_at: datetime
    reopened_by: int | None = None
    reopened_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PageProgress:
    """How far a page of an assessment is: marks set of students who get one."""

    page: ResultPage
    given: int
    students: int
    state: PageState
    teachers: tuple[Person, ...] = ()

    @property
    def done(self) -> bool:
        return self.given >= self.students

    @property
    def left(self) -> int:
        return max(0, self.students - self.given)


@dataclass(frozen=True, slots=True)
class Shelf:
    """An assessment with its window and its pages."""

    assessment: Assessment
    verdict: Verdict
    pages: tuple[PageProgress, ...]


class AskFor(StrEnum):
    """What the deputy head is asked for."""

    # To set marks outside the window.
    WINDOW = "result_window"
    # To set a mark with fewer marks than the regulation wants.
    MARKS = "result_marks"


@dataclass(frozen=True, slots=True)
class ResultRequest:
    """A teacher asks for leave that the regulation refuses; `student` only for `AskFor.MARKS`."""

    id: int
    kind: AskFor
    page: ResultPage
    assessment: str
    student: Person | None
    reason: str
    teacher: Person
    asked_at: datetime
    status: RequestStatus
    decided_by: int | None = None
    # The deputy head's word on a decision.
    answer: str | None = None
    # Until when the page is open, where that was granted.
    open_until: datetime | None = None
