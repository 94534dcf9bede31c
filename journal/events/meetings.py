"""What happens around parents' meetings; the invitation itself is a changed event of the class."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class MeetingAnswered(Event):
    """An adult said whether they come."""

    kind: ClassVar[str] = "meeting_answered"
    event_id: int

    @property
    def subject(self) -> str:
        return f"meeting_answered:{self.event_id}"


@dataclass(frozen=True, slots=True)
class MeetingReminderDue(Event):
    """The adults of the class are reminded on that day: all who did not decline, or only the `silent`."""

    kind: ClassVar[str] = "meeting_reminder_due"
    event_id: int
    day: str
    silent: bool = False

    @property
    def subject(self) -> str:
        return f"meeting_{'nudge' if self.silent else 'day'}:{self.event_id}:{self.day}"
