"""Buttons that a large and simple screen holds back: they work after a restart and after months."""

from sqlalchemy import select

from journal.clock import Clock
from storage.tables.folds import folds
from storage.unit_of_work import SqlStore


class FoldedButtons:
    """Implements `handlers.folding.Folds`."""

    def __init__(self, store: SqlStore, clock: Clock) -> None:
        self.store = store
        self.clock = clock

    async def find(self, chat: str, key: str) -> list[list[str | None]] | None:
        async with self.store.connection() as db:
            found: list[list[str | None]] | None = await db.scalar(
                select(folds.c.buttons).where(folds.c.chat == chat, folds.c.key == key)
            )
            return found

    async def keep(self, chat: str, key: str, buttons: list[list[str | None]]) -> None:
        row = {"chat": chat, "key": key, "buttons": buttons, "kept_at": self.clock.now()}
        async with self.store.connection(writing=True) as db:
            await db.upsert(folds, ["chat", "key"], [row])
            await db.connection.commit()
