"""What happened in the correspondence."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


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
