"""Marks of an assessment in the making: on what grounds, with which doubts, the draft before Save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from journal.entry import Verdict
from journal.model.marks import ResultKind
from journal.model.people import Child, Person
from journal.model.periods import Assessment, PageProgress, PageState, Place, ResultPage
from journal.regulation.values import WorkForm


@dataclass(frozen=True, slots=True)
class Figures:
    """What a student's marks come to: the weighted mean, how many count, of what kinds and forms of work.

    `kinds` holds the codes of work types, the most frequent first.
    """

    average: Decimal | None = None
    count: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    forms: Mapping[WorkForm, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one mark of a student rests on.

    `basis` is the mean that a mark is held against: of the period's marks, of the year's periods, of year and
    exam. `parts` are those earlier results.
    """

    figures: Figures
    suggested: str | None
    basis: Decimal | None
    parts: tuple[tuple[Assessment, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Flaws:
    """What speaks against a value: too few marks (`least` are needed), forms of work missing, the gap.

    `blocked` says that the regulation refuses the value without the deputy head's leave.
    """

    few: bool = False
    least: int = 0
    blocked: bool = False
    missing: tuple[WorkForm, ...] = ()
    gap: Decimal | None = None

    @property
    def any(self) -> bool:
        return self.few or bool(self.missing) or self.gap is not None


@dataclass(frozen=True, slots=True)
class Given:
    """A mark that is set already."""

    id: int
    student_id: int
    value: str
    author_id: int
    entered_at: datetime
    reason: str | None = None
    allowed_by: int | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A value in the draft, perhaps with its reason; `over` is the set value that it corrects."""

    value: str
    reason: str | None = None
    over: str | None = None


@dataclass(frozen=True, slots=True)
class ResultDraft:
    """Values before Save, one draft per page, assessment and author; `posted` counts Saves and undos."""

    chosen: Mapping[int, Choice] = field(default_factory=dict)
    revision: int = 0
    posted: int = 0
    # What the last Save set, for taking it back: the ids, and when families hear of it.
    saved: tuple[int, ...] = ()
    tell_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One student of the sheet. `asked` says that the deputy head was asked for leave and has not decided."""

    student: Person
    grounds: Grounds
    given: Given | None
    choice: Choice | None
    flaws: Flaws
    allowed: bool = False
    asked: bool = False

    @property
    def value(self) -> str | None:
        """What would stand after a Save."""
        if self.choice is not None:
            return self.choice.value
        return self.given.value if self.given else None

    @property
    def acceptable(self) -> bool:
        """Whether the suggestion may be taken in one tap."""
        return self.value is None and self.grounds.suggested is not None and not self.flaws.any


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """The page of an assessment as its teacher sees it."""

    page: ResultPage
    assessment: Assessment
    verdict: Verdict
    rows: tuple[ResultRow, ...]
    draft: ResultDraft
    state: PageState = PageState.OPEN
    # Forms of work the regulation wants, that the page had none of.
    never_held: tuple[WorkForm, ...] = ()

    @property
    def place(self) -> Place:
        one = self.assessment
        return Place(self.page.unit_id, self.page.subject_id, one.kind, one.period_id or 0)

    @property
    def chosen(self) -> tuple[ResultRow, ...]:
        return tuple(row for row in self.rows if row.choice is not None)

    @property
    def missing(self) -> tuple[ResultRow, ...]:
        """Who would still have no mark after a Save."""
        return tuple(row for row in self.rows if row.value is None)

    @property
    def acceptable(self) -> tuple[ResultRow, ...]:
        return tuple(row for row in self.rows if row.acceptable)

    def of(self, student_id: int) -> ResultRow | None:
        return next((row for row in self.rows if row.student.id == student_id), None)


@dataclass(frozen=True, slots=True)
class SavedResults:
    """What a Save did: the sheet after it, how many were set, whose mark a colleague had set meanwhile."""

    sheet: ResultSheet
    count: int
    tell_at: datetime | None = None
    clashes: tuple[Person, ...] = ()
    changed: bool = True


@dataclass(frozen=True, slots=True)
class ToldResult:
    """A subject's mark in a family's message; `fresh` since the last one, `before` where it corrects one."""

    subject_id: int
    subject: str
    value: str
    fresh: bool = True
    before: str | None = None


@dataclass(frozen=True, slots=True)
class ResultsNews:
    """The marks of an assessment that a child has so far; `period` is empty for the year's kinds.

    `whole` says that no subject of the child is left.
    """

    child: Child
    kind: ResultKind
    period: str
    marks: tuple[ToldResult, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ResultsDueNews:
    """What a teacher has not set, or the school in time; `until` is the first instant that is too late."""

    assessment: Assessment
    pages: tuple[PageProgress, ...]
    until: datetime | None
    overdue: bool
