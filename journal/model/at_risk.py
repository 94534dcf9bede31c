"""Students who need help in the period that runs: by their marks, or by their absences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from journal.model.forecast import SubjectPage
from journal.model.people import Child, Person, Unit
from journal.model.school import Period


@dataclass(frozen=True, slots=True)
class Weak:
    """A subject that is failing: by the average of so many marks, or by the period's mark (`result`)."""

    subject_id: int
    subject: str
    average: Decimal | None
    marks: int
    result: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What is wrong, as the regulation's thresholds say."""

    weak: tuple[Weak, ...]
    # Lessons missed in the period, and those of them without a valid reason.
    missed: int
    unexcused: int
    # So many that the regulation's threshold is reached.
    missed_much: bool

    @property
    def any(self) -> bool:
        return bool(self.weak or self.unexcused or self.missed_much)


@dataclass(frozen=True, slots=True)
class Concern:
    """A student who needs help; `told_at` is when the family was last told of it in this period."""

    student: Person
    need: Need
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Concerns:
    """Those of a class, or of one subject of it (`page`); `period` is None where none runs."""

    unit: Unit
    page: SubjectPage | None
    period: Period | None
    students: tuple[Concern, ...]
    # Whether the actor may tell their families.
    may_tell: bool = False

    @property
    def untold(self) -> int:
        return sum(one.told_at is None for one in self.students)


@dataclass(frozen=True, slots=True)
class ConcernNews:
    """What a family is told of its child; `subject` names the only subject it is about."""

    child: Child
    period: Period
    need: Need
    subject: str | None = None
