"""Two teachers on one register, their taps and Saves interleaved in every which way (Q6)."""

import asyncio
import random

import pytest
from sqlalchemy import func, select

from journal import attendance
from journal.context import Ctx
from journal.model.attendance import Presence
from journal.regulation import preset
from storage.tables.attendance import attendance as exceptions
from storage.tables.attendance import register_drafts, registers
from storage.tables.lessons import lessons
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id

LESSON = lesson_id("7Б", TODAY, 2)
NAMES = ("anya", "boris", "vera", "gleb", "dina", "egor")


async def act(ctx: Ctx, students: list[int], dice: random.Random) -> dict[int, Presence]:
    """One teacher's minute: taps on names of her half of the class, each drawn from what she saw last."""
    wanted = {}
    for student in students:
        status = dice.choice((Presence.ABSENT, Presence.LATE))
        seen = (await attendance.open_register(ctx, LESSON)).draft.revision
        await asyncio.sleep(dice.random() / 500)
        await attendance.tap(ctx, LESSON, student, status, seen)
        if dice.random() < 0.3:
            await attendance.tap(ctx, LESSON, student, status, seen)
        wanted[student] = status
    return wanted


@pytest.mark.parametrize("seed", range(6))
async def test_no_tap_is_lost_and_no_event_doubled_however_two_teachers_interleave(
    seed: int, ctx_of: CtxOf, store: SqlStore
) -> None:
    dice = random.Random(seed)
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == LESSON).values(second_teacher_id=person_id("nikolai"))
        )
        await db.connection.commit()
    students = [student_id(name) for name in NAMES]
    dice.shuffle(students)
    halves = await asyncio.gather(
        act(ctx_of("anna"), students[:3], dice), act(ctx_of("nikolai"), students[3:], dice)
    )
    saved = await asyncio.gather(
        *(attendance.save_register(ctx_of(who), LESSON, 0) for who in ("anna", "nikolai", "anna"))
    )
    assert sum(outcome.changed for outcome in saved) == 1
    async with store.connection() as db:
        rows = await db.all(select(exceptions.c.student_id, exceptions.c.status))
        assert {row.student_id: row.status for row in rows} == {**halves[0], **halves[1]}
        assert await db.scalar(select(func.count()).select_from(events)) == 1
        assert await db.scalar(select(func.count()).select_from(registers)) == 1


async def test_save_and_a_colleagues_tap_at_once_keep_the_tap_in_the_register_or_in_the_draft(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            lessons.update().where(lessons.c.id == LESSON).values(second_teacher_id=person_id("nikolai"))
        )
        await db.connection.commit()
    anya, egor = student_id("anya"), student_id("egor")
    await attendance.tap(ctx_of("anna"), LESSON, anya, Presence.ABSENT, 0)
    await asyncio.gather(
        attendance.save_register(ctx_of("anna"), LESSON, 0),
        attendance.tap(ctx_of("nikolai"), LESSON, egor, Presence.ABSENT, 1),
    )
    sheet = await attendance.open_register(ctx_of("nikolai"), LESSON)
    assert (sheet.statuses[anya], sheet.statuses[egor]) == (Presence.ABSENT, Presence.ABSENT)
    async with store.connection() as db:
        draft = (await db.all(select(register_drafts)))[0]
        assert draft.posted == 1


@pytest.mark.requirement("R-059")
async def test_a_teachers_save_and_a_class_teachers_correction_at_once_lose_neither(ctx_of: CtxOf) -> None:
    s4 = preset("s4")
    anya, egor = student_id("anya"), student_id("egor")
    await attendance.tap(ctx_of("anna", s4), LESSON, anya, Presence.ABSENT, 0)
    await attendance.save_register(ctx_of("anna", s4), LESSON, 0)
    await attendance.tap(ctx_of("anna", s4), LESSON, egor, Presence.ABSENT, 9)
    saved, _ = await asyncio.gather(
        attendance.save_register(ctx_of("anna", s4), LESSON, 1),
        attendance.correct(ctx_of("maria", s4), LESSON, anya, absent=False),
    )
    sheet = await attendance.open_register(ctx_of("anna", s4), LESSON)
    assert (sheet.statuses[anya], sheet.statuses[egor]) == (Presence.PRESENT, Presence.ABSENT)
    # Where the correction came first, the teacher is told so and the tap goes on waiting.
    assert saved.changed is not sheet.unsaved
