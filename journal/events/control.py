"""What happens around the class teacher's day."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class CallAsked(Event):
    """An adult of a child would rather be called than write."""

    kind: ClassVar[str] = "call_asked"
    student_id: int
    person_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"call:{self.student_id}:{self.person_id}:{self.day}"
