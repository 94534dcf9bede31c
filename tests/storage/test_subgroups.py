"""A subgroup and a student with an individual plan keep journals of their own."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from journal import attendance
from journal.errors import RefusedError, StaleError
from journal.marks import painting, saving
from journal.marks.typing import type_marks
from journal.model.attendance import Presence
from storage.tables.lessons import lessons
from storage.tables.marks import marks, works
from storage.tables.people import enrolments, units
from storage.tables.timetable import workload
from storage.unit_of_work import SqlStore
from tests.support.school import (
    NOW,
    TERM,
    TODAY,
    CtxOf,
    bell,
    lesson_id,
    person_id,
    student_id,
    subject_id,
    unit_id,
)

# Unit, kind, teacher, members: two halves of 7Б at English at one hour, and Dina's own geography.
UNITS = (
    (31, "subgroup", "anna", ("anya", "boris", "vera")),
    (32, "subgroup", "nikolai", ("gleb", "egor")),
    (33, "individual", "maria", ("dina",)),
)


@pytest.fixture
async def halves(store: SqlStore) -> None:
    starts, ends = bell(2)
    zone = NOW.tzinfo
    async with store.connection(writing=True) as db:
        for number, kind, teacher, members in UNITS:
            await db.insert(
                units, id=number, year_id=1, kind=kind, name=f"7Б/{number}", grade=7, parent_id=unit_id("7Б")
            )
            for member in members:
                await db.insert(enrolments, student_id=student_id(member), unit_id=number, since=TERM)
            await db.insert(
                lessons,
                id=9_000 + number,
                unit_id=number,
                subject_id=subject_id("geography"),
                date=TODAY,
                slot=2,
                starts_at=datetime.combine(TODAY, starts, zone),
                ends_at=datetime.combine(TODAY, ends, zone),
                teacher_id=person_id(teacher),
            )
        await db.connection.commit()


@pytest.mark.requirement("R-073")
async def test_each_teacher_of_a_subgroup_keeps_a_separate_record(
    halves: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    sheet = await attendance.open_register(ctx_of("anna"), 9_031)
    assert {row.student.id for row in sheet.rows} == {student_id(name) for name in ("anya", "boris", "vera")}
    with pytest.raises(StaleError):
        await attendance.tap(ctx_of("anna"), 9_031, student_id("egor"), Presence.ABSENT, 0)
    with pytest.raises(RefusedError):
        await attendance.open_register(ctx_of("anna"), 9_032)
    for who, lesson, line in (("anna", 9_031, "Иванова 5"), ("nikolai", 9_032, "Сидоров 4")):
        await painting.open_marks(ctx_of(who), lesson)
        await type_marks(ctx_of(who), lesson, line)
        await saving.save_marks(ctx_of(who), lesson, 0)
    async with store.connection() as db:
        rows = await db.all(
            select(works.c.unit_id, marks.c.student_id, marks.c.value)
            .join(works, works.c.id == marks.c.work_id)
            .order_by(works.c.unit_id)
        )
        assert [tuple(row) for row in rows] == [
            (31, student_id("anya"), "5"),
            (32, student_id("egor"), "4"),
        ]


@pytest.mark.requirement("R-074")
async def test_an_individual_plan_is_a_journal_unit_of_one_student(halves: None, ctx_of: CtxOf) -> None:
    sheet = await attendance.open_register(ctx_of("maria"), 9_033)
    assert [row.student.id for row in sheet.rows] == [student_id("dina")]
    painted = await type_and_see(ctx_of)
    assert painted == {student_id("dina"): ("4",)}


@pytest.mark.requirement("R-074")
async def test_whoever_has_a_plan_of_the_own_stands_in_no_register_of_the_class_in_that_subject(
    halves: None, ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            workload,
            year_id=1,
            teacher_id=person_id("maria"),
            subject_id=subject_id("algebra"),
            unit_id=33,
            hours_week=1,
        )
        await db.connection.commit()
    algebra = await attendance.open_register(ctx_of("anna"), lesson_id("7Б", TODAY, 2))
    assert student_id("dina") not in {row.student.id for row in algebra.rows}
    russian = await attendance.open_register(ctx_of("maria"), lesson_id("7Б", TODAY, 1))
    assert student_id("dina") in {row.student.id for row in russian.rows}


async def type_and_see(ctx_of: CtxOf) -> dict[int, tuple[str, ...]]:
    await painting.open_marks(ctx_of("maria"), 9_033)
    return (await type_marks(ctx_of("maria"), 9_033, "Петрова 4")).draft.marks


async def test_a_student_gone_meanwhile_is_refused_and_the_others_taps_stay(
    ctx_of: CtxOf, store: SqlStore, halves: None
) -> None:
    anna = ctx_of("anna")
    await attendance.tap(anna, 9_031, student_id("boris"), Presence.ABSENT, 0)
    async with store.connection(writing=True) as db:
        await db.run(
            enrolments.update()
            .where(enrolments.c.unit_id == 31, enrolments.c.student_id == student_id("vera"))
            .values(until=date(2026, 10, 14))
        )
        await db.connection.commit()
    with pytest.raises(StaleError):
        await attendance.tap(anna, 9_031, student_id("vera"), Presence.ABSENT, 1)
    saved = await attendance.save_register(anna, 9_031, 0)
    assert saved.sheet.statuses == {
        student_id("anya"): Presence.PRESENT,
        student_id("boris"): Presence.ABSENT,
    }


async def test_a_lesson_cancelled_meanwhile_refuses_the_save_and_writes_nothing(
    ctx_of: CtxOf, store: SqlStore, halves: None
) -> None:
    anna = ctx_of("anna")
    await attendance.tap(anna, 9_031, student_id("boris"), Presence.ABSENT, 0)
    async with store.connection(writing=True) as db:
        await db.run(lessons.update().where(lessons.c.id == 9_031).values(status="cancelled"))
        await db.connection.commit()
    with pytest.raises(RefusedError) as refused:
        await attendance.save_register(anna, 9_031, 0)
    assert refused.value.code == "lesson_cancelled"
    async with store.connection() as db:
        assert await db.all(select(marks)) == []
