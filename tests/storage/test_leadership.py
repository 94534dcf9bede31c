"""One process leads at a time; whoever dies or goes is followed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.leadership import leading
from storage.line import LINE_ERRORS

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Candidate:
    """Leads as long as it may, and notes it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.leads = asyncio.Event()
        self.lost = asyncio.Event()
        self.going = asyncio.Event()
        self.task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        async with leading(self.engine) as over:
            self.leads.set()
            going = asyncio.create_task(self.going.wait())
            broken = asyncio.ensure_future(over())
            await asyncio.wait({going, broken}, return_when=asyncio.FIRST_COMPLETED)
            if broken.done():
                self.lost.set()
            going.cancel()
            broken.cancel()


@pytest.fixture
async def candidates(engine: AsyncEngine) -> AsyncIterator[list[Candidate]]:
    """A leader and one who stands by."""
    first = Candidate(engine)
    await asyncio.wait_for(first.leads.wait(), 10)
    second = Candidate(engine)
    await asyncio.sleep(0.3)
    assert not second.leads.is_set()
    yield [first, second]
    async with AsyncExitStack() as stack:
        for one in (first, second):
            one.task.cancel()
            stack.push_async_callback(asyncio.gather, one.task, return_exceptions=True)


async def test_whoever_goes_by_itself_is_followed_at_once(candidates: list[Candidate]) -> None:
    first, second = candidates
    first.going.set()
    # Well before anybody would try again unasked: it was called.
    await asyncio.wait_for(second.leads.wait(), 0.8)


async def test_whoever_dies_is_followed_and_whoever_lost_its_line_knows(
    candidates: list[Candidate], engine: AsyncEngine
) -> None:
    first, second = candidates
    async with engine.connect() as connection:
        ended = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        await connection.execute(text(ended))
    await asyncio.wait_for(asyncio.gather(second.leads.wait(), first.lost.wait()), 10)


async def test_without_a_database_nobody_leads(engine: AsyncEngine) -> None:
    from storage.engine import open_engine

    gone = open_engine("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(LINE_ERRORS):
        async with leading(gone):
            pass
    await gone.dispose()
