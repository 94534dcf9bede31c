"""What the engines of one process share."""

from typing import Any

from sqlalchemy import event, literal, select
from sqlalchemy.engine.interfaces import CacheStats
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import open_engine


async def answered(engine: AsyncEngine, number: int) -> tuple[int, CacheStats]:
    """What the question about the number gave, and whether it had to be compiled."""
    known: list[CacheStats] = []

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def note(*told: Any) -> None:
        known.append(told[4].cache_hit)

    async with engine.connect() as connection:
        answer = await connection.scalar(select(literal(number).label("only_asked_in_this_test")))
    await engine.dispose()
    return answer, known[-1]


async def test_what_one_engine_compiled_another_asks_at_once_with_its_own_values(database_url: str) -> None:
    assert await answered(open_engine(database_url), 1) == (1, CacheStats.CACHE_MISS)
    assert await answered(open_engine(database_url), 2) == (2, CacheStats.CACHE_HIT)
