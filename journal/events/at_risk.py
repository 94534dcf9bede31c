"""What happens about students who need help."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class FamilyAlerted(Event):
    """A family is told that its child needs help, once a period; `subject_id` 0 is all subjects."""

    kind: ClassVar[str] = "family_alerted"
    student_id: int
    period_id: int
    subject_id: int

    @property
    def subject(self) -> str:
        return f"at_risk:{self.period_id}:{self.student_id}:{self.subject_id}"
