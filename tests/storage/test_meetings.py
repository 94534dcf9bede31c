"""Meetings on both engines: two answers at once, two who invite at once, statements that do not grow."""

import asyncio
from datetime import time

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal import class_events, meetings
from journal.model.meetings import Reply
from storage.tables.control import audit
from storage.tables.notices import meeting_answers
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf, student_id, unit_id
from tests.support.statements import count, heard

UNIT = unit_id("7Б")


async def test_answers_and_invitations_at_once_are_one_each(store: SqlStore, ctx_of: CtxOf) -> None:
    maria, olga = ctx_of("maria"), ctx_of("olga")
    made = await class_events.add(maria, UNIT, "22.10 18:30 Собрание, каб. 5")
    await asyncio.gather(*(meetings.invite(maria, made.event.id) for _ in range(2)))
    async with store.connection() as db:
        told = await db.all(select(audit.c.id).where(audit.c.action == "meeting.invite"))
    assert len(told) == 1
    said = (
        meetings.answer(olga, made.event.id, student_id("anya"), coming=coming) for coming in (True, False)
    )
    await asyncio.gather(*said)
    assert await count(store, meeting_answers) == 1
    found = await meetings.meeting(maria, made.event.id)
    assert found.event.starts == time(18, 30)
    assert found.count(Reply.COMING) + found.count(Reply.DECLINED) == 1
    assert found.count(Reply.UNCONNECTED) == 4


async def test_a_meeting_reads_the_whole_class_at_once(engine: AsyncEngine, ctx_of: CtxOf) -> None:
    maria = ctx_of("maria")
    made = await class_events.add(maria, UNIT, "22.10 18:30 Собрание")
    with heard(engine) as said:
        found = await meetings.meeting(maria, made.event.id)
    assert len(found.families) == 6
    assert len(said) < 13
    with heard(engine) as said:
        assert len((await meetings.sheets(maria, made.event.id)).children) == 6
    assert len(said) < 20
