"""What happens to marks of periods, years and exams."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class ResultsSaved(Event):
    """Marks of an assessment were set, corrected or taken back for these students of a page."""

    kind: ClassVar[str] = "results_saved"
    unit_id: int
    subject_id: int
    # `period:3`, `year`: the assessment of the unit's year.
    assessment: str
    student_ids: list[int]
    # Of the author's draft: a Save and its undo are about the same thing.
    saved: int

    @property
    def subject(self) -> str:
        return f"results:{self.unit_id}:{self.subject_id}:{self.assessment}:{self.saved}"


@dataclass(frozen=True, slots=True)
class ResultReminderDue(Event):
    """A teacher still has students without the mark of an assessment of that year."""

    kind: ClassVar[str] = "result_reminder_due"
    person_id: int
    assessment: str
    day: str

    @property
    def subject(self) -> str:
        return f"result_reminder:{self.person_id}:{self.assessment}:{self.day}"
