"""The record of every Bot API call: what the bot asked, when, and how it ended."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `at`, `done`: monotonic seconds; `params`: as they came, files by name only."""

    at: float
    method: str
    params: dict[str, Any]
    status: int
    chat_id: int | None
    description: str = ""
    done: float = 0.0

    @property
    def ok(self) -> bool:
        """True when the call took effect and said so."""
        return self.status == 200


class Journal(list[Call]):
    """All calls since the start, oldest first; an ordinary list with two questions answered."""

    def of(self, method: str, *, ok: bool | None = None) -> list[Call]:
        """The calls of one method, all of them or only those that succeeded or failed."""
        return [call for call in self if call.method == method and ok in (None, call.ok)]

    def refused(self) -> list[Call]:
        """The calls that Telegram answered with an error: a healthy bot leaves this empty."""
        return [call for call in self if not call.ok]
