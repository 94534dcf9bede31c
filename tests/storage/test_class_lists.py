"""Lists of classes on both engines: two who confirm at once, few statements, one asking a day."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import class_lists, meetings
from storage.tables.class_lists import list_confirmations
from storage.tables.control import audit
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf, unit_id
from tests.support.statements import count, heard

UNIT = unit_id("7Б")


@pytest.mark.requirement("R-147")
async def test_two_confirmations_at_once_are_one(store: SqlStore, ctx_of: CtxOf) -> None:
    await asyncio.gather(*(class_lists.confirm(ctx_of("maria"), UNIT) for _ in range(2)))
    assert await count(store, list_confirmations) == 1
    async with store.connection() as db:
        told = await db.all(select(audit.c.id).where(audit.c.action == "class_list.confirm"))
    assert len(told) == 1


async def test_the_same_class_teachers_are_asked_once_a_day(ctx_of: CtxOf) -> None:
    asked = [(await class_lists.nudge(ctx_of("pavel")))[1] for _ in range(2)]
    assert asked == [2, 0]


async def test_lists_and_meetings_read_the_whole_class_at_once(engine: AsyncEngine, ctx_of: CtxOf) -> None:
    with heard(engine) as said:
        found = await class_lists.class_list(ctx_of("maria"), UNIT)
    assert len(found.entries) > 5
    assert len(said) < 8
    with heard(engine) as said:
        board = await class_lists.board(ctx_of("pavel"))
    assert len(board.lines) == 4
    assert len(said) < 7
    with heard(engine) as said:
        assert (await meetings.calendar(ctx_of("maria"), UNIT)).meetings == ()
    assert len(said) < 5
