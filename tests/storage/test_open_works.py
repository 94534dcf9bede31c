"""The narrow question for debts finds every debt that all works of the period show."""

import random
from datetime import datetime, timedelta

import pytest

from journal.clock import FrozenClock
from journal.debts.rule import owed
from journal.regulation import Regulation
from storage.db import Db
from storage.debts import DebtQueries
from storage.tables.attendance import attendance
from storage.tables.marks import marks, works
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, lesson_id, person_id, student_id, subject_id, unit_id

CONTROLS = ["control", "dictation", "essay", "test_of_nobody"]
CLASS = [student_id(name) for name in ("anya", "boris", "vera")]
SLOTS = (1, 2, 3)


@pytest.mark.parametrize("seed", range(3))
async def test_what_may_be_owed_holds_all_that_is(
    store: SqlStore, clock: FrozenClock, regulation: Regulation, seed: int
) -> None:
    chance = random.Random(seed)
    async with store.connection(writing=True) as db:
        for number in range(24):
            work = await _work(db, chance, number, clock.now())
            for student in CLASS:
                await _marks(db, chance, work, student, clock.now())
        for student in CLASS:
            for slot in SLOTS:
                if chance.random() < 0.5:
                    await _absence(db, student, slot, clock.now())
        await db.connection.commit()
        debts = DebtQueries(db)
        every = await debts.works(CLASS, TODAY)
        some = await debts.open_works(CLASS, TODAY, CONTROLS)
    wide = {student: owed(every.get(student, ()), regulation, TODAY) for student in CLASS}
    narrow = {student: owed(some.get(student, ()), regulation, TODAY) for student in CLASS}
    assert wide == narrow
    assert any(wide.values())
    assert sum(map(len, some.values())) < sum(map(len, every.values()))


async def _work(db: Db, chance: random.Random, number: int, at: datetime) -> int:
    slot = chance.choice(SLOTS)
    return int(
        await db.insert(
            works,
            lesson_id=lesson_id("7Б", TODAY, slot) if chance.random() < 0.7 else None,
            unit_id=unit_id("7Б"),
            subject_id=subject_id("russian"),
            # Some of the year before, which no period at hand reaches.
            date=TODAY - timedelta(days=chance.choice([0, 0, 0, 8, 400])),
            kind=chance.choice(["answer", "control", "essay"]),
            title=f"Работа {number}",
            teacher_id=person_id("maria"),
            created_at=at,
        )
    )


async def _marks(db: Db, chance: random.Random, work: int, student: int, at: datetime) -> None:
    for place in range(1, chance.choice([0, 1, 1, 2]) + 1):
        until = chance.choice([None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=3)])
        date = await db.scalar(works.select().with_only_columns(works.c.date).where(works.c.id == work))
        await db.insert(
            marks,
            work_id=work,
            student_id=student,
            place=place,
            value=chance.choice(["2", "4", "•", "зач", "незач"]),
            date=date,
            subject_id=subject_id("russian"),
            author_id=person_id("maria"),
            entered_at=at + timedelta(minutes=chance.randrange(60)),
            retake_until=until,
            withdrawn_at=at if chance.random() < 0.2 else None,
        )


async def _absence(db: Db, student: int, slot: int, at: datetime) -> None:
    await db.insert(
        attendance,
        lesson_id=lesson_id("7Б", TODAY, slot),
        student_id=student,
        date=TODAY,
        slot=slot,
        status="absent",
        entered_by=person_id("anna"),
        entered_at=at,
    )
