"""What use cases need of works and marks."""

from typing import Protocol


class Marks(Protocol):
    async def count_of_lesson(self, lesson_id: int) -> int:
        """How many marks stand for works of that lesson."""
        ...

    async def being_checked(self, unit_id: int, subject_id: int) -> int:
        """How many written works of that page are still being checked."""
        ...
