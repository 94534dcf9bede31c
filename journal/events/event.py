"""What every event is: a fact, written with the change, told to people afterwards."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Event:
    """A fact that somebody may have to be told. Payloads hold ids only, never names or texts."""

    kind: ClassVar[str]

    @property
    def subject(self) -> str:
        """What the event is about; a later event about the same subject replaces an earlier held one."""
        raise NotImplementedError

    def payload(self) -> dict[str, Any]:
        return asdict(self)
