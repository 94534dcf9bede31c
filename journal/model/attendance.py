"""Registers, absences and families' notes about them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.people import Person


class Presence(StrEnum):
    """How a student stands in a register."""

    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    LEFT_EARLY = "left_early"


class Reason(StrEnum):
    """Why a student was not there; the first three are valid («уважительная») reasons (G2)."""

    ILL = "ill"
    FAMILY = "family"
    EXCUSED = "excused"
    WILL_BE_LATE = "will_be_late"
    UNEXCUSED = "unexcused"

    @property
    def valid(self) -> bool:
        return self in (Reason.ILL, Reason.FAMILY, Reason.EXCUSED)


class NoteStatus(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    # The child's whereabouts are unknown: staff look for it at once.
    MISSING = "missing"
    # The family says the register is wrong.
    DISPUTED = "disputed"
    # The child is found, or the family took its note back.
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    student: Person
    status: Presence
    # Why the status is proposed before anyone tapped: an accepted note, the previous lesson.
    proposal: str | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """One exception in a taken register."""

    id: int
    lesson_id: int
    student_id: int
    date: date
    slot: int
    subject: str
    status: Presence
    reason: Reason | None
    starts_at: datetime
    minutes: int | None = None
    subject_id: int = 0


@dataclass(frozen=True, slots=True)
class AbsenceNote:
    id: int
    student_id: int
    starts_on: date
    ends_on: date
    reason: str
    status: NoteStatus
    account_id: int
    created_at: datetime
    from_slot: int | None = None
    to_slot: int | None = None
    comment: str | None = None
    certificate: str | None = None
    decision_comment: str | None = None
    revision: int = 0
    # The person of the school who decided it; None where nobody did.
    decided_by: int | None = None

    @property
    def found(self) -> bool:
        """An alarm that is over."""
        return self.status is NoteStatus.CLOSED and self.reason == NoteStatus.MISSING

    @property
    def withdrawn(self) -> bool:
        """The family took it back: it explains nothing any more."""
        return self.status is NoteStatus.CLOSED and self.reason != NoteStatus.MISSING

    def covers(self, day: date, slot: int) -> bool:
        """Whether the note speaks of that lesson."""
        return (
            self.starts_on <= day <= self.ends_on
            and (self.from_slot is None or slot >= self.from_slot)
            and (self.to_slot is None or slot <= self.to_slot)
        )


@dataclass(frozen=True, slots=True)
class DayAbsence:
    """One student's absences of one day, with the reasons that stand beside them."""

    student: Person
    day: date
    slots: tuple[int, ...]
    reasons: tuple[Reason | None, ...]
    # The lessons themselves, in the order of the slots.
    lessons: tuple[int, ...] = ()

    @property
    def explained(self) -> bool:
        return None not in self.reasons

    @property
    def valid(self) -> bool:
        """Whether all of it is excused («по уважительной причине»)."""
        return all(reason is not None and reason.valid for reason in self.reasons)
