"""The days before and after on which somebody keeps a lesson, whichever part in it is theirs."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.lessons import LessonQueries
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, lesson_id, person_id

ANNA = person_id("anna")
PARTS = ("teacher_id", "second_teacher_id", "substitute_id")


@pytest.fixture
async def own(store: SqlStore) -> list[int]:
    """Two lessons that are Anna's in no part, a hundred days before and after."""
    numbers = [lesson_id("7Б", TODAY, 2), lesson_id("7Б", TODAY, 3)]
    async with store.connection(writing=True) as db:
        await db.run(
            update(lessons)
            .where(lessons.c.teacher_id == ANNA)
            .values(teacher_id=None, second_teacher_id=None, substitute_id=None)
        )
        for number, days in zip(numbers, (-100, 100), strict=True):
            day = TODAY + timedelta(days=days)
            await db.run(update(lessons).where(lessons.c.id == number).values(date=day))
        await db.connection.commit()
    return numbers


@pytest.mark.parametrize("part", PARTS)
async def test_the_nearest_days_are_found_whichever_part_somebody_has(
    store: SqlStore, own: list[int], part: str
) -> None:
    async with store.connection(writing=True) as db:
        found = LessonQueries(db)
        assert await found.days_of_teacher(ANNA, TODAY) == (None, None)
        await db.run(update(lessons).where(lessons.c.id.in_(own)).values({part: ANNA}))
        far = timedelta(days=100)
        assert await found.days_of_teacher(ANNA, TODAY) == (TODAY - far, TODAY + far)
        assert await found.days_of_teacher(ANNA, TODAY - far) == (None, TODAY + far)


async def test_however_many_years_a_teacher_was_there_three_indexes_are_looked_into(
    store: SqlStore, engine: AsyncEngine
) -> None:
    asked: list[tuple[str, Any]] = []

    def note(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    async with store.connection() as db:
        await LessonQueries(db).days_of_teacher(ANNA, TODAY)
        event.remove(engine.sync_engine, "before_cursor_execute", note)
        (statement, values) = asked[-1]
        if db.dialect == "sqlite":
            driver = await db.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            plan = [row.detail for row in driver if " lessons " in row.detail]
        else:
            # The planner of a small table reads it whole unless it may not.
            await db.run(text("SET LOCAL enable_seqscan = off"))
            driver = await db.connection.exec_driver_sql(f"EXPLAIN {statement}", values)
            plan = [row[0] for row in driver if "on lessons" in row[0]]
    assert len(plan) == 6
    assert all("ix_lessons_" in line for line in plan)
    assert {line.count("ix_lessons_date") for line in plan} == {0}
