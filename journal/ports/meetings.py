"""What parents' meetings ask of storage."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.class_events import ClassEvent
from journal.model.span import Span


class Meetings(Protocol):
    async def invite(self, event_id: int, at: datetime) -> None:
        """The event is a meeting from now on."""
        ...

    async def on(self, span: Span) -> list[ClassEvent]:
        """The meetings of all classes in these days that were not cancelled."""
        ...

    async def answers(self, event_ids: Collection[int]) -> dict[tuple[int, int], bool]:
        """By meeting and person, whether they come."""
        ...

    async def answer(self, event_id: int, person_id: int, *, coming: bool, at: datetime) -> None:
        """The person's last word."""
        ...
