"""What use cases need of homework."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from journal.model.giving import HomeworkDraft, Target
from journal.model.lessons import Homework


class HomeworkPages(Protocol):
    async def given_at(self, lessons: Collection[int]) -> list[Homework]:
        """What was given at these lessons, «no homework» included, withdrawn not; in order of giving."""
        ...

    async def by_ids(self, ids: Collection[int]) -> list[Homework]:
        """These homeworks, withdrawn ones not."""
        ...

    async def of_target(self, given_lesson_id: int, due_lesson_id: int) -> list[Homework]:
        """What was given at the one lesson for the other, by whomever."""
        ...

    async def draft(self, lesson_id: int, author_id: int) -> HomeworkDraft: ...

    async def keep_draft(self, draft: HomeworkDraft, author_id: int, at: datetime) -> None: ...

    async def save(
        self,
        known: Homework | None,
        draft: HomeworkDraft,
        target: Target,
        *,
        author: int,
        at: datetime,
        late: bool,
        no_work: bool,
    ) -> tuple[int, int]:
        """Write new homework, or the changed `known` one, with its files; returns its id and revision."""
        ...

    async def withdraw(self, homework_id: int, at: datetime) -> None: ...

    async def due_at(self, lessons: Collection[int]) -> list[Homework]:
        """What is due for these lessons, «no homework» included, withdrawn not; in order of giving."""
        ...
