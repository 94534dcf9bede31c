"""What happened to the bot itself."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class OutageBegan(Event):
    """Something does not go on as it should."""

    kind: ClassVar[str] = "outage_began"
    outage_id: int
    over: bool = False

    @property
    def subject(self) -> str:
        return f"outage:{self.outage_id}"


@dataclass(frozen=True, slots=True)
class OutageEnded(Event):
    """It goes on again."""

    kind: ClassVar[str] = "outage_ended"
    outage_id: int
    over: bool = True

    @property
    def subject(self) -> str:
        return f"outage:{self.outage_id}"


@dataclass(frozen=True, slots=True)
class StarsLacking(Event):
    """The bot's balance pays for no broadcast any more."""

    kind: ClassVar[str] = "stars_lacking"
    day: str

    @property
    def subject(self) -> str:
        return f"stars_lacking:{self.day}"


@dataclass(frozen=True, slots=True)
class LettersLost(Event):
    """Messages did not arrive, as was seen at that moment."""

    kind: ClassVar[str] = "letters_lost"
    at: str

    @property
    def subject(self) -> str:
        return "letters_lost"
