"""A question built once answers as the statement built anew would, on both engines."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Select, select

from storage.db import Db
from storage.question import Asked, question
from storage.tables.lessons import lessons
from storage.tables.people import people
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY
from tests.support.statements import heard

built: list[int] = []


@question
def _of(ids: Collection[int]) -> Select[Any]:
    built.append(1)
    return select(people.c.id, people.c.first_name).where(people.c.id.in_(ids)).order_by(people.c.id)


@question
def _but(ids: Collection[int], most: int) -> Select[Any]:
    return select(people.c.id).where(people.c.id.not_in(ids)).order_by(people.c.id).limit(most)


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
    assert len(built) == 1


async def test_whoever_is_left_out_may_be_nobody(store: SqlStore) -> None:
    """And how many are wanted at most is a value like any other."""
    async with store.connection() as db:
        everybody = await db.scalars(select(people.c.id).order_by(people.c.id))
        assert await db.scalars(_but([], 2)) == everybody[:2]
        assert await db.scalars(_but(everybody[:3], 4)) == everybody[3:7]
        assert await db.scalars(_but(set(everybody), 4)) == []


async def test_whoever_listens_to_the_engine_hears_a_reading(store: SqlStore) -> None:
    """Dates and moments come back as themselves, and every question of a reading is heard."""
    with heard(store.engine) as told:
        async with store.snapshot() as db:
            found = await db.all(_lessons(TODAY, [11]))
    assert [one.partition(" ")[0] for one in told if not one.startswith("BEGIN")] == ["SELECT"]
    assert found[0].date == TODAY
    assert found[0].starts_at.tzinfo is not None


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
