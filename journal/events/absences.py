"""What happened around a missing child: notes of families, decisions, alarms."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class AbsenceNoteSent(Event):
    """A family gave a reason (or raised an alarm); the class teacher is to decide."""

    kind: ClassVar[str] = "absence_note_sent"
    note_id: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:sent"


@dataclass(frozen=True, slots=True)
class AbsenceNoteDecided(Event):
    kind: ClassVar[str] = "absence_note_decided"
    note_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:decided"


@dataclass(frozen=True, slots=True)
class ChildMissing(Event):
    """A family does not know where the child is: urgent for the class teacher and the duty deputy head."""

    kind: ClassVar[str] = "child_missing"
    note_id: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:missing"


@dataclass(frozen=True, slots=True)
class ChildFound(Event):
    kind: ClassVar[str] = "child_found"
    note_id: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:found"


@dataclass(frozen=True, slots=True)
class AbsenceNudgeDue(Event):
    """Families of these students are asked again why they were absent; one event a batch of students."""

    kind: ClassVar[str] = "absence_nudge_due"
    day: str
    student_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"absence_nudge:{self.day}:{self.batch}"
