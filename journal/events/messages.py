"""What happened in the correspondence."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class MonthLetterDue(Event):
    """The month ends, and the class teacher's letter to the families has not gone."""

    kind: ClassVar[str] = "month_letter_due"
    unit_id: int
    month: str

    @property
    def subject(self) -> str:
        return f"month_letter:{self.unit_id}:{self.month}"


@dataclass(frozen=True, slots=True)
class MessageSent(Event):
    """Held until the addressee's hours where a family writes outside them."""

    kind: ClassVar[str] = "message_sent"
    message_id: int
    conversation_id: int

    @property
    def subject(self) -> str:
        return f"message:{self.message_id}"


@dataclass(frozen=True, slots=True)
class ConversationReported(Event):
    """Somebody complained of a thread: who answers for the school decides."""

    kind: ClassVar[str] = "conversation_reported"
    conversation_id: int

    @property
    def subject(self) -> str:
        return f"conversation:{self.conversation_id}:reported"
