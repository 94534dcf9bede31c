"""What use cases need of materials of lessons and places of entry."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from journal.model.lessons import Attachment
from journal.model.materials import Material, MaterialKind, Place


class Materials(Protocol):
    async def of_lessons(self, lessons: Collection[int]) -> list[Material]:
        """What stands, in the order it was added."""
        ...

    async def material(self, material_id: int) -> Material | None: ...

    async def add(
        self,
        lesson_id: int,
        title: str,
        url: str | None,
        files: Sequence[Attachment],
        author: int,
        at: datetime,
    ) -> int: ...

    async def set_kind(self, material_id: int, kind: MaterialKind) -> None: ...

    async def remove(self, material_id: int, at: datetime) -> None: ...

    async def places(self) -> list[Place]:
        """The places of entry that are listed now."""
        ...

    async def add_place(self, name: str, by: int, at: datetime) -> int: ...

    async def remove_place(self, place_id: int, at: datetime) -> None:
        """Lessons entered there keep its name."""
        ...
