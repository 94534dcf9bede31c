"""A question built once answers as the statement built anew would, on both engines."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Select, event, select

from storage.db import Db
from storage.question import LONGEST, Asked, question
from storage.tables.lessons import lessons
from storage.tables.people import people
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY

built: list[int] = []


@question
def _of(ids: Collection[int]) -> Select[Any]:
    built.append(1)
    return select(people.c.id, people.c.first_name).where(people.c.id.in_(ids)).order_by(people.c.id)


@question
def _lessons(day: date, units: Collection[int]) -> Select[Any]:
    return select(lessons).where(lessons.c.date == day, lessons.c.unit_id.in_(units)).order_by(lessons.c.id)


async def ids(db: Db, asked: Asked) -> list[int]:
    return [row.id for row in await db.all(asked)]


async def test_the_values_of_each_asking_are_its_own(store: SqlStore) -> None:
    async with store.connection() as db:
        everybody = [row.id for row in await db.all(select(people.c.id).order_by(people.c.id))]
        for wanted in ([], everybody[:1], everybody[1:4], everybody[2:5], set(everybody[:2]), everybody):
            assert await ids(db, _of(wanted)) == sorted(wanted)
        await ids(db, _of([*everybody, *range(-LONGEST, 0)]))
    assert len(built) == 1


async def test_a_question_watched_and_one_at_hand_give_the_same_values(store: SqlStore) -> None:
    """Dates, moments and choices come back as themselves, whichever way the rows took."""

    def watch(*_: object) -> None:
        pass

    async with store.connection() as db:
        plainly = await db.all(_lessons(TODAY, [11]))
        event.listen(store.engine.sync_engine, "before_cursor_execute", watch)
        try:
            watched = await db.all(_lessons(TODAY, [11]))
        finally:
            event.remove(store.engine.sync_engine, "before_cursor_execute", watch)
    assert [tuple(row) for row in plainly] == [tuple(row) for row in watched]
    assert plainly
    assert plainly[0].date == TODAY
    assert plainly[0].starts_at.tzinfo is not None


async def test_a_question_sees_what_its_own_transaction_wrote(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        before = await db.scalars(_of(range(100, 110)))
        assert before
        await db.run(people.update().where(people.c.id == before[0]).values(first_name="Иная"))
        row = await db.first(_of([before[0]]))
        assert row is not None
        assert row.first_name == "Иная"
    async with store.connection() as db:
        row = await db.first(_of([before[0]]))
        assert row is not None
        assert row.first_name != "Иная"


def test_nothing_is_no_value() -> None:
    with pytest.raises(ValueError, match="nothing"):
        _lessons(None, [])  # type: ignore[arg-type]
