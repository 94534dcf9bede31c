"""What happened to registers."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class RegisterSaved(Event):
    """A register was saved (or corrected: revision > 1); who was absent is read when it is told."""

    kind: ClassVar[str] = "register_saved"
    lesson_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"register:{self.lesson_id}"


@dataclass(frozen=True, slots=True)
class AlertUnreached(Event):
    """An alert of that day could not be handed over to one of the child's adults."""

    kind: ClassVar[str] = "alert_unreached"
    student_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"alert_unreached:{self.student_id}:{self.day}"
