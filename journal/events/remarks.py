"""What teachers said in words."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class RemarksGiven(Event):
    """Something was said of a student at a lesson, or taken back."""

    kind: ClassVar[str] = "remarks_given"
    lesson_id: int
    student_id: int

    @property
    def subject(self) -> str:
        return f"remarks:{self.lesson_id}:{self.student_id}"
