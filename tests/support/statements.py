"""What is asked of the database: the statements of a test as they reach it, and rows counted."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.unit_of_work import SqlStore


@contextmanager
def heard(engine: AsyncEngine) -> Iterator[list[str]]:
    """Every statement that reaches the database meanwhile."""
    run: list[str] = []

    def note(*args: object) -> None:
        run.append(str(args[2]))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield run
    event.remove(engine.sync_engine, "before_cursor_execute", note)


@pytest.fixture
def statements(engine: AsyncEngine) -> Iterator[list[str]]:
    """Every statement of the test; it clears them before what it counts."""
    with heard(engine) as run:
        yield run


async def count(store: SqlStore, table: object, *where: object) -> int:
    """How many rows the table has."""
    async with store.connection() as db:
        return await db.scalar(select(func.count()).select_from(table).where(*where))  # type: ignore[arg-type]
