"""What happens to the events of classes."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class ClassEventChanged(Event):
    """An event of a class was added, changed or cancelled."""

    kind: ClassVar[str] = "class_event_changed"
    event_id: int

    @property
    def subject(self) -> str:
        return f"class_event:{self.event_id}"
