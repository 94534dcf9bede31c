"""Works, marks and results."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

# Stands where a work was not handed in: no mark yet, and none that counts (ux §3).
DEBT = "•"
# A mark has a field of the same name.
Day = date


class ResultKind(StrEnum):
    PERIOD = "period"
    YEAR = "year"
    EXAM = "exam"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Work:
    id: int
    lesson_id: int | None
    unit_id: int
    subject_id: int
    date: date
    kind: str
    title: str | None
    weight: Decimal
    teacher_id: int
    checked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark with what a diary shows of it."""

    id: int
    work_id: int
    student_id: int
    place: int
    value: str
    comment: str | None
    date: date
    subject_id: int
    subject: str
    kind: str
    weight: Decimal
    title: str | None
    topic: str | None
    entered_at: datetime
    author_id: int
    revision: int = 0
    late: bool = False
    # Where the work was given at one.
    lesson_id: int | None = None
    # The last day on which a failed work may be done again; None once it was passed.
    retake_until: Day | None = None


@dataclass(frozen=True, slots=True)
class Result:
    student_id: int
    subject_id: int
    subject: str
    kind: ResultKind
    value: str
    period_id: int | None = None
