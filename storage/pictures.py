"""The messenger's ids of pictures it was given, so that the same one is never uploaded twice."""

from sqlalchemy import select

from journal.clock import Clock
from storage.tables.pictures import pictures
from storage.unit_of_work import SqlStore


class PictureIds:
    """Implements `handlers.gallery.FileIds`; a picture is known by what it shows."""

    def __init__(self, store: SqlStore, clock: Clock) -> None:
        self.store = store
        self.clock = clock

    async def find(self, key: str) -> str | None:
        async with self.store.connection() as db:
            found: str | None = await db.scalar(select(pictures.c.file_id).where(pictures.c.key == key))
            return found

    async def keep(self, key: str, file_id: str) -> None:
        row = {"key": key, "file_id": file_id, "kept_at": self.clock.now()}
        async with self.store.connection(writing=True) as db:
            await db.upsert(pictures, ["key"], [row])
            await db.connection.commit()
