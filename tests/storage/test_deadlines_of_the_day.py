"""«An hour after all lessons of these students» is reckoned from the day as it was held (S4 §5-3)."""

from datetime import datetime, time

import pytest
from sqlalchemy import update

from journal.entry import Record
from journal.lessons import cards
from journal.regulation import preset
from storage.tables.lessons import lessons
from storage.tables.people import units
from storage.unit_of_work import SqlStore
from tests.support.school import SCHOOL, TODAY, CtxOf, lesson_id, subject_id, unit_id

ALGEBRA, GEOGRAPHY = lesson_id("7Б", TODAY, 2), lesson_id("7Б", TODAY, 3)


def at(hour: int, minute: int) -> datetime:
    return SCHOOL.moment(TODAY, time(hour, minute))


async def due(ctx_of: CtxOf) -> datetime | None:
    """Until when the homework of algebra is in time, on the card as in the list of the day."""
    ctx = ctx_of("anna", preset("s4"))
    card = await cards.card(ctx, ALGEBRA)
    day = next(line for line in (await cards.day(ctx)).lessons if line.lesson.id == ALGEBRA)
    told = [
        lack.verdict.until for page in (card, day) for lack in page.missing if lack.record is Record.HOMEWORK
    ]
    assert told[0] == told[1]
    return told[0]


async def change(store: SqlStore, lesson: int, **values: object) -> None:
    async with store.connection(writing=True) as db:
        await db.run(update(lessons).where(lessons.c.id == lesson).values(**values))
        await db.connection.commit()


@pytest.mark.requirement("R-040")
async def test_short_bells_cancelled_and_later_lessons_move_the_homeworks_deadline(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    assert await due(ctx_of) == at(12, 15)
    # A frost day: lessons of half an hour.
    await change(store, GEOGRAPHY, starts_at=at(10, 20), ends_at=at(10, 50))
    assert await due(ctx_of) == at(11, 50)
    await change(store, GEOGRAPHY, status="cancelled")
    assert await due(ctx_of) == at(11, 10)
    # Half of the class stays for its group's lesson, which is theirs all the same.
    async with store.connection(writing=True) as db:
        group = await db.insert(
            units,
            kind="subgroup",
            name="7Б/1",
            grade=7,
            year_id=1,
            parent_id=unit_id("7Б"),
        )
        await db.insert(
            lessons,
            unit_id=group,
            subject_id=subject_id("russian"),
            date=TODAY,
            slot=5,
            starts_at=at(12, 30),
            ends_at=at(13, 15),
            status="planned",
        )
        await db.connection.commit()
    assert await due(ctx_of) == at(14, 15)
    # One student's lesson at home by an individual plan is none of the class's.
    async with store.connection(writing=True) as db:
        await db.run(update(units).where(units.c.id == group).values(kind="individual"))
        await db.connection.commit()
    assert await due(ctx_of) == at(11, 10)
