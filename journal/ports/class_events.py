"""What events of classes ask of storage."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.class_events import ClassEvent
from journal.model.span import Span


class ClassEvents(Protocol):
    async def of_unit(self, unit_id: int, span: Span) -> list[ClassEvent]:
        """What stands of a class and of the whole school in these days, by day and hour."""
        ...

    async def event(self, event_id: int) -> ClassEvent | None:
        """One event, a cancelled one too."""
        ...

    async def by_ids(self, event_ids: Collection[int]) -> dict[int, ClassEvent]: ...

    async def add(self, event: ClassEvent, author_id: int, at: datetime) -> int:
        """Keep it under a new id, whatever `event.id` says; returns that id."""
        ...

    async def change(self, event: ClassEvent) -> None: ...

    async def cancel(self, event_id: int, at: datetime) -> None: ...
