"""Queries about materials of lessons and places of entry."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, update

from journal.model.lessons import Attachment
from journal.model.materials import Material, MaterialKind, Place
from storage.attachments import attach, attached
from storage.db import Db
from storage.question import question
from storage.tables.lessons import materials, places

OWNER = "material"


class MaterialQueries:
    """Implements `journal.ports.materials.Materials`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def of_lessons(self, lessons: Collection[int]) -> list[Material]:
        rows = await self.db.all(_of_lessons(lessons))
        files = await attached(self.db, OWNER, [row.id for row in rows]) if rows else {}
        return [_as_material(row, files.get(row.id, ())) for row in rows]

    async def material(self, material_id: int) -> Material | None:
        row = await self.db.first(
            select(materials).where(materials.c.id == material_id, materials.c.removed_at.is_(None))
        )
        if row is None:
            return None
        return _as_material(row, (await attached(self.db, OWNER, [row.id])).get(row.id, ()))

    async def add(
        self,
        lesson_id: int,
        title: str,
        url: str | None,
        files: Sequence[Attachment],
        author: int,
        at: datetime,
    ) -> int:
        number = await self.db.insert(
            materials,
            lesson_id=lesson_id,
            kind=MaterialKind.MATERIAL,
            title=title,
            url=url,
            author_id=author,
            added_at=at,
        )
        if files:
            await attach(self.db, OWNER, number, files, at)
        return number

    async def set_kind(self, material_id: int, kind: MaterialKind) -> None:
        await self.db.run(update(materials).where(materials.c.id == material_id).values(kind=kind))

    async def remove(self, material_id: int, at: datetime) -> None:
        await self.db.run(update(materials).where(materials.c.id == material_id).values(removed_at=at))

    async def places(self) -> list[Place]:
        return [Place(row.id, row.name) for row in await self.db.all(_places())]

    async def add_place(self, name: str, by: int, at: datetime) -> int:
        return await self.db.insert(places, name=name, added_by=by, added_at=at)

    async def remove_place(self, place_id: int, at: datetime) -> None:
        await self.db.run(
            update(places).where(places.c.id == place_id, places.c.removed_at.is_(None)).values(removed_at=at)
        )


@question
def _of_lessons(lesson_ids: Collection[int]) -> Select[Any]:
    return (
        select(materials)
        .where(materials.c.lesson_id.in_(lesson_ids), materials.c.removed_at.is_(None))
        .order_by(materials.c.id)
    )


@question
def _places() -> Select[Any]:
    return select(places).where(places.c.removed_at.is_(None)).order_by(places.c.id)


def _as_material(row: Row[tuple[object, ...]], files: tuple[Attachment, ...]) -> Material:
    return Material(row.id, row.lesson_id, MaterialKind(row.kind), row.title, row.url, files)
