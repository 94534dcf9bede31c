"""A little school with people one knows by name, on Wednesday 14 October 2026, 10:05 in Moscow."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from journal.clock import FrozenClock
from journal.context import Ctx, Origin
from journal.model.access import Actor, BindingKind, Hat
from journal.model.people import Child, Role, RoleAssignment, search_form
from journal.model.school import School
from storage.db import Db
from storage.tables.access import accounts, bindings, consents
from storage.tables.lessons import lessons
from storage.tables.people import enrolments, guardianships, people, role_assignments, students, units
from storage.tables.school import bell_schedules, bells, periods, school, years
from storage.tables.timetable import rooms, subjects, timetable, workload
from storage.unit_of_work import SqlStore

if TYPE_CHECKING:
    from journal.regulation import Regulation

ZONE = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 10, 5, tzinfo=ZONE)
TERM = date(2026, 9, 1)
LONG_AGO = datetime(2026, 9, 1, 6, tzinfo=UTC)

# id, last name, first name, patronymic; ids say who is who in a failing test.
STAFF = {
    "anna": (101, "Кузнецова", "Анна", "Сергеевна"),
    "maria": (102, "Белова", "Мария", "Ивановна"),
    "nikolai": (103, "Громов", "Николай", "Петрович"),
    "pavel": (104, "Орлов", "Павел", "Олегович"),
    "irina": (105, "Соколова", "Ирина", "Львовна"),
    "admin": (106, "Тихонов", "Денис", "Андреевич"),
    "svetlana": (107, "Жукова", "Светлана", "Юрьевна"),
}
STUDENTS = {
    "anya": (201, "Иванова", "Аня", "7Б", date(2013, 3, 5)),
    "boris": (202, "Ёлкин", "Борис", "7Б", date(2013, 1, 12)),
    "vera": (203, "Козлова", "Вера", "7Б", date(2013, 7, 30)),
    "gleb": (204, "Орлов", "Глеб", "7Б", date(2013, 2, 2)),
    "dina": (205, "Петрова", "Дина", "7Б", date(2013, 11, 9)),
    "egor": (206, "Сидоров", "Егор", "7Б", date(2013, 5, 21)),
    "petya": (207, "Иванов", "Петя", "3А", date(2017, 6, 17)),
    "masha": (208, "Белова", "Маша", "1А", date(2019, 4, 4)),
    "lev": (209, "Абрамов", "Лев", "7А", date(2013, 8, 8)),
    "zoya": (210, "Яковлева", "Зоя", "7А", date(2013, 9, 19)),
}
GUARDIANS = {
    "olga": (301, "Иванова", "Ольга", "Викторовна", ("anya", "petya")),
    "igor": (302, "Иванов", "Игорь", "Сергеевич", ("anya",)),
    "tatyana": (303, "Сидорова", "Татьяна", "Павловна", ("egor",)),
}
# name → the messenger's id; the account's own id equals the person's id.
PLATFORM_IDS = {
    **{name: 1000 + row[0] for name, row in STAFF.items()},
    **{name: 1000 + row[0] for name, row in GUARDIANS.items()},
    "egor": 1206,
}
UNITS = {"7Б": (11, 7), "7А": (12, 7), "3А": (13, 3), "1А": (14, 1)}
SUBJECTS = {"algebra": (21, "Алгебра"), "russian": (22, "Русский язык"), "geography": (23, "География")}
ROLES = (
    ("anna", Role.TEACHER, None),
    ("maria", Role.TEACHER, None),
    ("maria", Role.CLASS_TEACHER, "7Б"),
    ("nikolai", Role.TEACHER, None),
    ("pavel", Role.DEPUTY_HEAD, None),
    ("irina", Role.DIRECTOR, None),
    ("admin", Role.ADMINISTRATOR, None),
    ("svetlana", Role.TEACHER, None),
    ("svetlana", Role.CLASS_TEACHER, "1А"),
)
BELLS = ("08:30-09:15", "09:25-10:10", "10:30-11:15", "11:25-12:10", "12:30-13:15", "13:25-14:10")
# unit, weekday, slot, subject, teacher: what the weekly timetable and the lessons are made of.
WEEK = (
    ("7Б", 1, 1, "russian", "maria"),
    ("7Б", 1, 2, "geography", "nikolai"),
    ("7Б", 2, 2, "algebra", "anna"),
    ("7Б", 2, 3, "russian", "maria"),
    ("7Б", 3, 1, "russian", "maria"),
    ("7Б", 3, 2, "algebra", "anna"),
    ("7Б", 3, 3, "geography", "nikolai"),
    ("7Б", 4, 1, "algebra", "anna"),
    ("7Б", 4, 2, "russian", "maria"),
    ("7Б", 5, 3, "algebra", "anna"),
    ("7А", 3, 3, "algebra", "anna"),
    ("7А", 4, 3, "algebra", "anna"),
    ("3А", 3, 1, "russian", "svetlana"),
    ("1А", 3, 2, "russian", "svetlana"),
)
FIRST_MONDAY = date(2026, 10, 5)
WEEKS = 3

SCHOOL = School(
    name="Школа № 5", short_name="Школа № 5", zone=ZONE, kind="school", founder="private", city="Тула"
)
SECRET = b"pepper of the tests"
# Letters go at once: the clock of most tests stands still.
REGULATION = 'preset = "s3"\n\n[delivery]\nletter_hold = "0 s"\n'


def lesson_id(unit: str, day: date, slot: int) -> int:
    """The id of the little school's lesson in that unit, on that day, in that slot."""
    return UNITS[unit][0] * 100_000 + (day - FIRST_MONDAY).days * 10 + slot


def unit_id(name: str) -> int:
    return UNITS[name][0]


def subject_id(name: str) -> int:
    return SUBJECTS[name][0]


def student_id(name: str) -> int:
    return STUDENTS[name][0]


def person_id(name: str) -> int:
    return {**STAFF, **STUDENTS, **GUARDIANS}[name][0]


async def found_school(store: SqlStore) -> None:
    """Write the little school into an empty database."""
    async with store.connection(writing=True) as db:
        await _write_institution(db)
        await _write_people(db)
        await _write_timetable(db)
        await _write_accounts(db)
        await mend_sequences(db)
        await db.connection.commit()


async def mend_sequences(db: Db) -> None:
    # Rows were given their ids, so PostgreSQL's own counters must move past them.
    if db.dialect == "postgresql":
        from sqlalchemy import text

        from storage.tables import metadata

        for table in metadata.sorted_tables:
            if "id" in table.c:
                await db.run(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "
                        f"(SELECT coalesce(max(id), 0) + 1000 FROM {table.name}))"
                    )
                )


async def _write_institution(db: Db) -> None:
    await db.insert(
        school,
        id=1,
        name=SCHOOL.name,
        short_name=SCHOOL.short_name,
        city=SCHOOL.city,
        zone=str(ZONE),
        kind=SCHOOL.kind,
        founder=SCHOOL.founder,
        regulation=REGULATION,
    )
    await db.insert(years, id=1, name="2026/27", starts_on=TERM, ends_on=date(2027, 5, 25))
    quarters = ((TERM, date(2026, 10, 25)), (date(2026, 11, 2), date(2026, 12, 30)))
    for number, (starts_on, ends_on) in enumerate(quarters, 1):
        await db.insert(
            periods,
            id=number,
            year_id=1,
            kind="quarter",
            number=number,
            name=f"{number}-я четверть",
            starts_on=starts_on,
            ends_on=ends_on,
        )
    await db.insert(bell_schedules, id=1, name="Обычное", shift=1, regular=True)
    for slot in range(1, len(BELLS) + 1):
        starts, ends = bell(slot)
        await db.insert(bells, schedule_id=1, slot=slot, starts=starts, ends=ends)


async def _write_people(db: Db) -> None:
    for name, (number, grade) in UNITS.items():
        await db.insert(units, id=number, year_id=1, kind="class", name=name, grade=grade)
    for number, last, first, middle in STAFF.values():
        await _person(db, number, last, first, middle)
    for number, last, first, unit, born in STUDENTS.values():
        await _person(db, number, last, first, "", birth_date=born)
        await db.insert(students, person_id=number)
        await db.insert(enrolments, student_id=number, unit_id=UNITS[unit][0], since=TERM)
    for number, last, first, middle, children in GUARDIANS.values():
        await _person(db, number, last, first, middle)
        for child in children:
            await db.insert(
                guardianships, guardian_id=number, student_id=STUDENTS[child][0], capacity="parent"
            )
    for name, role, unit in ROLES:
        await db.insert(
            role_assignments,
            person_id=STAFF[name][0],
            role=role,
            unit_id=UNITS[unit][0] if unit else None,
            order_number="15-к",
            order_date=TERM,
            since=TERM,
        )


async def _person(db: Db, number: int, last: str, first: str, middle: str, **more: Any) -> None:
    await db.insert(
        people,
        id=number,
        last_name=last,
        first_name=first,
        middle_name=middle,
        search_name=search_form(f"{last} {first} {middle}"),
        created_at=LONG_AGO,
        **more,
    )


def bell(slot: int) -> tuple[time, time]:
    starts, ends = BELLS[slot - 1].split("-")
    return time.fromisoformat(starts), time.fromisoformat(ends)


async def _write_timetable(db: Db) -> None:
    for number, name in SUBJECTS.values():
        await db.insert(subjects, id=number, name=name, short_name=name, search_name=search_form(name))
    await db.insert(rooms, id=1, name="214")
    for unit, subject, teacher in sorted({(unit, subject, who) for unit, _, _, subject, who in WEEK}):
        await db.insert(
            workload,
            year_id=1,
            teacher_id=STAFF[teacher][0],
            subject_id=SUBJECTS[subject][0],
            unit_id=UNITS[unit][0],
            hours_week=4,
        )
    for unit, weekday, slot, subject, teacher in WEEK:
        page = {
            "slot": slot,
            "unit_id": UNITS[unit][0],
            "subject_id": SUBJECTS[subject][0],
            "teacher_id": STAFF[teacher][0],
            "room_id": 1,
        }
        await db.insert(timetable, year_id=1, weekday=weekday, since=TERM, **page)
        starts, ends = bell(slot)
        for week in range(WEEKS):
            day = FIRST_MONDAY + timedelta(days=7 * week + weekday - 1)
            await db.insert(
                lessons,
                id=lesson_id(unit, day, slot),
                date=day,
                starts_at=SCHOOL.moment(day, starts),
                ends_at=SCHOOL.moment(day, ends),
                **page,
            )


async def _write_accounts(db: Db) -> None:
    everybody = {**STAFF, **GUARDIANS, "egor": STUDENTS["egor"]}
    for name, row in everybody.items():
        await db.insert(
            accounts,
            id=row[0],
            platform="telegram",
            platform_id=str(PLATFORM_IDS[name]),
            locale="ru",
            created_at=LONG_AGO,
        )
        if name in STAFF:
            await bind(db, row[0], BindingKind.STAFF, None)
        elif name in STUDENTS:
            await bind(db, row[0], BindingKind.STUDENT, row[0])
        else:
            for child in GUARDIANS[name][4]:
                await bind(db, row[0], BindingKind.GUARDIAN, STUDENTS[child][0])


async def bind(db: Db, number: int, kind: BindingKind, child: int | None) -> None:
    await db.insert(
        bindings,
        account_id=number,
        kind=kind,
        person_id=number,
        student_id=child,
        capacity="parent" if kind is BindingKind.GUARDIAN else None,
        bound_at=LONG_AGO,
        news_since=LONG_AGO,
    )
    if child is not None:
        await db.insert(
            consents,
            account_id=number,
            person_id=number,
            student_id=child,
            kind="processing",
            version="1",
            given_at=LONG_AGO,
            paper_received_at=LONG_AGO,
        )


def actor_of(name: str) -> Actor:
    """The actor as the bot would see it; loading actors from the database has tests of its own."""
    number = person_id(name)
    roles = tuple(
        RoleAssignment(role, UNITS[unit][0] if unit else None) for who, role, unit in ROLES if who == name
    )
    children = tuple(
        Child(row[0], row[2], row[1], UNITS[row[3]][0], row[3])
        for row in (STUDENTS[child] for child in GUARDIANS.get(name, (0, "", "", "", ()))[4])
    )
    return Actor(
        account_id=number,
        locale="ru",
        person_id=number,
        roles=roles,
        children=children,
        student_id=number if name in STUDENTS else None,
        current_student_id=children[0].student_id if children else None,
        hat=Hat.STAFF if roles else Hat.GUARDIAN if children else Hat.STUDENT,
    )


CtxOf = Callable[..., Ctx]


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(NOW)


@pytest.fixture
def regulation() -> "Regulation":
    """The preset the little school works by; a test may override it by defining its own."""
    from journal.regulation import preset

    return preset("s3")


@pytest.fixture
def ctx_of(store: SqlStore, clock: FrozenClock, regulation: "Regulation") -> CtxOf:
    """Makes the context of a person's request: `ctx_of("anna")`, perhaps with another regulation."""

    def make(name: str, regulation: "Regulation" = regulation) -> Ctx:
        return Ctx(actor_of(name), store, clock, SCHOOL, regulation, Origin("test"), SECRET)

    return make
