"""What a child still owes: works to be done again, handed in or written at all, and what was put right."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.ahead import PlannedWork
from journal.model.people import Child, Person


class DebtKind(StrEnum):
    # A failed work that may be done again.
    RETAKE = "retake"
    # A work that was never handed in.
    UNSUBMITTED = "unsubmitted"
    # A control work that was written without the child.
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class GivenMark:
    """One mark of a child for a work, in the order of its place."""

    id: int
    value: str
    entered_at: datetime
    retake_until: date | None = None


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A work of the child's unit with the child's marks.

    `absent` says that the child was not at its lesson, `marked` that anybody has a mark for it.
    """

    id: int
    subject_id: int
    subject: str
    kind: str
    title: str | None
    date: date
    teacher: Person
    marks: tuple[GivenMark, ...] = ()
    absent: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Debt:
    """A work still owed; `until` is its last day, where the school has set one.

    `next_lesson` is when the subject is taught next: the teacher is there.
    """

    kind: DebtKind
    work: OwnWork
    until: date | None = None
    mark: GivenMark | None = None
    next_lesson: datetime | None = None


@dataclass(frozen=True, slots=True)
class Retaken:
    """A work that was done again: `2 → 4`."""

    work: OwnWork
    before: str
    mark: GivenMark


@dataclass(frozen=True, slots=True)
class DebtBook:
    """What a child owes in the period at hand, what was put right in it, and the control works ahead."""

    child: Child
    debts: tuple[Debt, ...]
    retaken: tuple[Retaken, ...]
    ahead: tuple[PlannedWork, ...]
