"""A school for faults: classes with a class teacher, two lessons begun, a guardian for each child."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, update

from journal.model.access import BindingKind
from journal.model.people import Role, search_form
from storage import migrations
from storage.db import Db
from storage.engine import open_engine
from storage.tables.access import accounts
from storage.tables.lessons import lessons
from storage.tables.people import enrolments, guardianships, people, role_assignments, students, units
from storage.tables.school import school
from storage.tables.timetable import workload
from storage.unit_of_work import SqlStore
from tests.support.school import (
    LONG_AGO,
    SCHOOL,
    TERM,
    TODAY,
    bell,
    bind,
    found_school,
    mend_sequences,
    subject_id,
)

# Families are told at once: what is held is the matter of other tests.
REGULATION = 'preset = "s3"\n\n[delivery]\nletter_hold = "0 s"\nalert_hold = "0 s"\n'
UNITS, TEACHERS, CHILDREN, GUARDIANS = 500, 5_000, 10_000, 20_000
# The messenger's id of an account is so much more than the id of its person.
PHONES = 100_000
SLOTS = (1, 2)


@dataclass(frozen=True, slots=True)
class Child:
    """A child, as the register names it, with the messenger's id of its only guardian."""

    id: int
    name: str
    guardian: int


@dataclass(frozen=True, slots=True)
class Class:
    """A class with the messenger's id of its class teacher, who gives both of today's lessons."""

    name: str
    teacher: int
    lessons: tuple[int, ...]
    children: tuple[Child, ...]


async def found(url: str, classes: int, children: int) -> list[Class]:
    """Lay the tables, found the little school, and beside its classes so many others."""
    engine = open_engine(url)
    try:
        await migrations.found(engine)
        store = SqlStore(engine)
        await found_school(store)
        async with store.connection(writing=True) as db:
            made = [await _found_class(db, number, children) for number in range(classes)]
            await db.run(update(school).values(regulation=REGULATION))
            await mend_sequences(db)
            await db.connection.commit()
    finally:
        await engine.dispose()
    return made


async def _found_class(db: Db, number: int, size: int) -> Class:
    unit, teacher, name = UNITS + number, TEACHERS + number, f"8{chr(ord('А') + number)}"
    await db.insert(units, id=unit, year_id=1, kind="class", name=name, grade=8)
    await _people(db, [_person(teacher, "Учителева", name)])
    for role, of in ((Role.TEACHER, None), (Role.CLASS_TEACHER, unit)):
        order = {"order_number": "15-к", "order_date": TERM, "since": TERM}
        await db.insert(role_assignments, person_id=teacher, role=role, unit_id=of, **order)
    page = {"unit_id": unit, "subject_id": subject_id("algebra"), "teacher_id": teacher}
    await db.insert(workload, year_id=1, hours_week=4, **page)
    await _account(db, teacher, BindingKind.STAFF)
    given = tuple([await _lesson(db, 100_000 * unit + slot, slot, page) for slot in SLOTS])
    ids = range(CHILDREN + 100 * number, CHILDREN + 100 * number + size)
    made = [Child(one, f"Яшин{one}", PHONES + one + GUARDIANS - CHILDREN) for one in ids]
    await _people(db, [_person(child.id, child.name, "Ян") for child in made])
    await db.run(insert(students), [{"person_id": one} for one in ids])
    await db.run(insert(enrolments), [{"student_id": one, "unit_id": unit, "since": TERM} for one in ids])
    for child in made:
        guardian = child.guardian - PHONES
        await _people(db, [_person(guardian, child.name, "Раиса")])
        await db.insert(guardianships, guardian_id=guardian, student_id=child.id, capacity="parent")
        await _account(db, guardian, BindingKind.GUARDIAN, child.id)
    return Class(name, PHONES + teacher, given, tuple(made))


async def _lesson(db: Db, number: int, slot: int, page: dict[str, Any]) -> int:
    starts, ends = bell(slot)
    await db.insert(
        lessons,
        id=number,
        date=TODAY,
        slot=slot,
        starts_at=SCHOOL.moment(TODAY, starts),
        ends_at=SCHOOL.moment(TODAY, ends),
        room_id=1,
        **page,
    )
    return number


def _person(number: int, last_name: str, first_name: str) -> dict[str, Any]:
    return {
        "id": number,
        "last_name": last_name,
        "first_name": first_name,
        "middle_name": "",
        "search_name": search_form(f"{last_name} {first_name}"),
        "created_at": LONG_AGO,
    }


async def _people(db: Db, rows: list[dict[str, Any]]) -> None:
    await db.run(insert(people), rows)


async def _account(db: Db, person: int, kind: BindingKind, child: int | None = None) -> None:
    telegram = {"platform": "telegram", "platform_id": str(PHONES + person), "locale": "ru"}
    await db.insert(accounts, id=person, created_at=LONG_AGO, **telegram)
    await bind(db, person, kind, child)
