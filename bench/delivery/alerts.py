"""A teacher saves a register with one absent child now and then, in the bot's own process, and says when."""

import asyncio
import json
import time

from sqlalchemy import select

from bot.house import House
from journal import attendance
from journal.context import Ctx, Origin
from journal.model.attendance import Presence
from storage.actors import identify
from storage.tables.lessons import lessons
from storage.tables.people import enrolments

EVERY = 0.7
FIRST_AFTER = 3.0


async def save_registers(house: House, units: list[int]) -> None:
    """One lesson of each class; after each commit a line with its moment and the child."""
    await asyncio.sleep(FIRST_AFTER)
    for unit in units:
        await asyncio.sleep(EVERY)
        student, committed = await _save(house, unit)
        print(json.dumps({"student": student, "committed": committed}), flush=True)


async def _save(house: House, unit: int) -> tuple[int, float]:
    today = house.school.day(house.clock.now())
    async with house.store.connection() as db:
        lesson = await db.first(select(lessons).where(lessons.c.unit_id == unit, lessons.c.date == today))
        student = await db.scalar(select(enrolments.c.student_id).where(enrolments.c.unit_id == unit))
        assert lesson is not None
        teacher = await identify(db, "telegram", str(lesson.teacher_id), today, house.clock.now())
    assert teacher is not None
    ctx = Ctx(
        teacher.actor,
        house.store,
        house.clock,
        house.school,
        house.regulation,
        Origin("bench"),
        house.secret,
    )
    sheet = await attendance.open_register(ctx, lesson.id)
    sheet = await attendance.tap(ctx, lesson.id, student, Presence.ABSENT, sheet.draft.revision)
    await attendance.save_register(ctx, lesson.id, sheet.draft.posted)
    return int(student), time.monotonic()
