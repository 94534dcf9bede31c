"""Dated statuses of students: taught at home, exempt from sport, away by order, let go at an hour."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.people import Person
from journal.model.span import Span


class StatusKind(StrEnum):
    """What the class teacher says of a student for some days."""

    HOME = "home"
    SPORT = "sport"
    ORDER = "order"
    LET_GO = "let_go"

    @property
    def away(self) -> bool:
        """Whether the school itself expects the student not to be at the lesson."""
        return self is not StatusKind.SPORT


@dataclass(frozen=True, slots=True)
class StudentStatus:
    """`from_slot` is the first lesson missed that day, `subject_id` the only subject it is about."""

    id: int
    student_id: int
    kind: StatusKind
    span: Span
    from_slot: int | None = None
    subject_id: int | None = None
    # What the order is about; never a diagnosis.
    note: str | None = None

    def says_as(self, other: "StudentStatus") -> bool:
        """Whether both say the same of the same days."""
        mine = (self.student_id, self.kind, self.span, self.from_slot, self.subject_id)
        return mine == (other.student_id, other.kind, other.span, other.from_slot, other.subject_id)


@dataclass(frozen=True, slots=True)
class ClassStatuses:
    """The statuses of a class that hold today or will."""

    unit_id: int
    unit_name: str
    today: date
    statuses: tuple[tuple[StudentStatus, Person], ...]
