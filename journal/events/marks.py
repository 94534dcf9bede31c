"""What happened to marks."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class MarksSaved(Event):
    """Marks of one work were saved or corrected for these students."""

    kind: ClassVar[str] = "marks_saved"
    work_id: int
    student_ids: list[int]
    revision: int = 1

    @property
    def subject(self) -> str:
        return f"work:{self.work_id}:{self.revision}"
