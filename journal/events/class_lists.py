"""What happens around the lists of classes."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class ListDue(Event):
    """Class teachers are asked to confirm their lists by `due_on`; `turn` tells one asking from another."""

    kind: ClassVar[str] = "list_due"
    unit_id: int
    due_on: str
    turn: str

    @property
    def subject(self) -> str:
        return f"class_list:{self.unit_id}:{self.due_on}:{self.turn}"


@dataclass(frozen=True, slots=True)
class ListFlawed(Event):
    """A class teacher found a mistake."""

    kind: ClassVar[str] = "list_flawed"
    flaw_id: int

    @property
    def subject(self) -> str:
        return f"list_flawed:{self.flaw_id}"


@dataclass(frozen=True, slots=True)
class ListMended(Event):
    """It was put right."""

    kind: ClassVar[str] = "list_mended"
    flaw_id: int

    @property
    def subject(self) -> str:
        return f"list_mended:{self.flaw_id}"
