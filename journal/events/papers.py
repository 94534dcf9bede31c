"""What happens around papers: the week's are due, something is asked to be printed, or was."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class PrintoutsDue(Event):
    """The papers of the week that begins on that Monday are ready for the class teacher."""

    kind: ClassVar[str] = "printouts_due"
    unit_id: int
    monday: str

    @property
    def subject(self) -> str:
        return f"printouts:{self.unit_id}:{self.monday}"


@dataclass(frozen=True, slots=True)
class PrintAsked(Event):
    """Somebody asks the office to print something."""

    kind: ClassVar[str] = "print_asked"
    request_id: int

    @property
    def subject(self) -> str:
        return f"print_asked:{self.request_id}"


@dataclass(frozen=True, slots=True)
class PrintSettled(Event):
    """It is printed and waits to be fetched."""

    kind: ClassVar[str] = "print_settled"
    request_id: int

    @property
    def subject(self) -> str:
        return f"print_settled:{self.request_id}"
