"""What use cases need of lesson plans."""

from typing import Protocol

from journal.model.lessons import Lesson
from journal.model.plans import PlanRow


class Plans(Protocol):
    async def rows(self, lesson: Lesson) -> list[PlanRow]:
        """The plan of the lesson's page in order; a subgroup without its own follows its class's."""
        ...

    async def given(self, lesson: Lesson) -> dict[int, int]:
        """How many other lessons of the page each plan row has had."""
        ...
