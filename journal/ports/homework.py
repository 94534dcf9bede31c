"""What use cases need of homework."""

from collections.abc import Collection
from typing import Protocol

from journal.model.lessons import Homework


class HomeworkPages(Protocol):
    async def given_at(self, lessons: Collection[int]) -> list[Homework]:
        """What was given at these lessons, «no homework» included, withdrawn not; in order of giving."""
        ...
