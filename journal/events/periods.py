"""What happens to marks of periods, years and exams."""

from dataclasses import dataclass, field
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class ResultsSaved(Event):
    """Marks of an assessment were set, corrected or taken back for these students of a page."""

    kind: ClassVar[str] = "results_saved"
    unit_id: int
    subject_id: int
    year_id: int
    # `period:3`, `year`: which assessment of that year.
    assessment: str
    student_ids: list[int]
    # Of the author's draft: a Save and its undo are about the same thing.
    saved: int
    # Those of the students whose mark was set before and is another one now.
    corrected: list[int] = field(default_factory=list)

    @property
    def subject(self) -> str:
        return f"results:{self.unit_id}:{self.subject_id}:{self.assessment}:{self.saved}"


@dataclass(frozen=True, slots=True)
class ResultReminderDue(Event):
    """A teacher still has students without the mark of an assessment of the running year."""

    kind: ClassVar[str] = "result_reminder_due"
    person_id: int
    assessment: str
    day: str

    @property
    def subject(self) -> str:
        return f"result_reminder:{self.person_id}:{self.assessment}:{self.day}"


@dataclass(frozen=True, slots=True)
class ResultsOverdue(Event):
    """The time for marks of an assessment is over, and some are not set: who answers for it hears."""

    kind: ClassVar[str] = "results_overdue"
    assessment: str
    day: str

    @property
    def subject(self) -> str:
        return f"results_overdue:{self.assessment}:{self.day}"


@dataclass(frozen=True, slots=True)
class ResultAsked(Event):
    """A teacher asks the deputy head for what the regulation refuses."""

    kind: ClassVar[str] = "result_asked"
    request_id: int

    @property
    def subject(self) -> str:
        return f"result_request:{self.request_id}"


@dataclass(frozen=True, slots=True)
class ResultDecided(Event):
    """The deputy head allowed it or declined: the teacher hears."""

    kind: ClassVar[str] = "result_decided"
    request_id: int

    @property
    def subject(self) -> str:
        return f"result_request:{self.request_id}:decided"
