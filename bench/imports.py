"""P10: import of 1,000 students with timetable into an empty school, and the same file again."""

import tempfile
import time
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.table import Figure, show
from journal.clock import FrozenClock
from journal.context import Ctx, Origin, operator
from journal.imports import loading
from journal.imports.formats import read_bytes
from journal.model.school import School
from journal.regulation import preset
from reports.templates import workbook
from storage.engine import open_engine
from storage.tables import metadata
from storage.tables.school import school
from storage.unit_of_work import SqlStore

RUNS = 3
STUDENTS = 1_000
CLASSES = [f"{grade}{letter}" for grade in range(1, 11) for letter in "АБВГ"]
TEACHERS = [
    f"Учитель{chr(1072 + number % 32)}{chr(1072 + number // 32)} Анна Петровна" for number in range(70)
]
SUBJECTS = (
    *("Алгебра", "Русский язык", "Литература", "Физика", "История", "Химия"),
    *("Биология", "География", "Музыка", "Физкультура", "Английский язык", "Труд"),
)
DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница")
ZONE = ZoneInfo("Europe/Moscow")
SCHOOL = School("Школа", "Школа", ZONE, "school", "unknown")


async def measure() -> None:
    """A fresh database each run; every step as `python -m bot import` does it."""
    data = _file()
    parsed, first, second = [], [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite+aiosqlite:///{Path(folder) / 'school.sqlite'}")
            async with engine.begin() as connection:
                await connection.run_sync(metadata.create_all)
            ctx = await _empty_school(SqlStore(engine))
            began = time.perf_counter()
            staged = read_bytes("школа.xlsx", data)
            parsed.append(time.perf_counter() - began)
            first.append(parsed[-1] + await _load(ctx, staged))
            began = time.perf_counter()
            again = read_bytes("школа.xlsx", data)
            second.append(time.perf_counter() - began + await _load(ctx, again))
            await engine.dispose()
    show(
        "P10: import",
        [
            Figure("1,000 students with timetable, first time", "s", tuple(first), "reach ≤ 10"),
            Figure("the same file again", "s", tuple(second), "reach ≤ 5"),
            Figure("of it: reading the workbook", "s", tuple(parsed)),
        ],
    )


async def _load(ctx: Ctx, staged: Any) -> float:
    began = time.perf_counter()
    change = await loading.compare(ctx, staged)
    if not change.empty:
        await loading.apply(ctx, staged, change.fingerprint)
    return time.perf_counter() - began


async def _empty_school(store: SqlStore) -> Ctx:
    async with store.connection(writing=True) as db:
        await db.insert(
            school,
            id=1,
            name=SCHOOL.name,
            short_name=SCHOOL.short_name,
            zone=str(ZONE),
            kind=SCHOOL.kind,
            founder=SCHOOL.founder,
            regulation='preset = "s3"\n',
        )
        await db.connection.commit()
    clock = FrozenClock(datetime(2026, 10, 14, 10, tzinfo=ZONE))
    return Ctx(operator("bench"), store, clock, SCHOOL, preset("s3"), Origin("bench"))


def _file() -> bytes:
    rows = {
        "periods": _periods(),
        "bells": [
            {"slot": slot, "starts": clock_time(7 + slot, 30), "ends": clock_time(8 + slot, 15)}
            for slot in range(1, 8)
        ],
        "staff": [
            {"last_name": name, "roles": "учитель", "head_of": head}
            for name, head in zip(TEACHERS, [*CLASSES, *[None] * len(TEACHERS)], strict=False)
        ],
        "students": [_student(number) for number in range(STUDENTS)],
        "curriculum": [
            {"grade": grade, "subject": subject, "hours_year": 102}
            for grade in range(1, 11)
            for subject in SUBJECTS
        ],
        "workload": [
            {
                "teacher": _teacher(home, number),
                "subject": subject,
                "school_class": name,
                "hours_week": Decimal(3),
            }
            for home, name in enumerate(CLASSES)
            for number, subject in enumerate(SUBJECTS)
        ],
        "timetable": [
            _lesson(home, day, slot)
            for home in range(len(CLASSES))
            for day in range(5)
            for slot in range(1, 7)
        ],
    }
    return workbook(rows)


def _periods() -> list[dict[str, Any]]:
    year = {"period_kind": "учебный год", "starts_on": date(2026, 9, 1), "ends_on": date(2027, 5, 25)}
    quarters = [
        {"period_kind": "четверть", "starts_on": starts, "ends_on": starts + timedelta(days=54)}
        for starts in (date(2026, 9, 1), date(2026, 11, 2), date(2027, 1, 11), date(2027, 4, 1))
    ]
    return [year, *quarters]


def _student(number: int) -> dict[str, Any]:
    return {
        "school_class": CLASSES[number % len(CLASSES)],
        "last_name": f"Смирнов{chr(1072 + number % 32)}{chr(1072 + number // 32)}",
        "first_name": "Иван",
        "middle_name": "Петрович",
        "birth_date": date(2010, 1 + number % 12, 1 + number % 28),
        "guardian_1": f"Смирнова Ольга{number} Петровна",
        "relation_1": "мать",
        "phone_1": f"+7900{number:07}",
        "guardian_2": f"Смирнов Пётр{number}",
        "relation_2": "отец",
        "phone_2": f"+7901{number:07}",
    }


def _lesson(home: int, day: int, slot: int) -> dict[str, Any]:
    number = (day * 6 + slot) % len(SUBJECTS)
    return {
        "school_class": CLASSES[home],
        "weekday": DAYS[day],
        "slot": slot,
        "subject": SUBJECTS[number],
        "teacher": _teacher(home, number),
        "room": str(100 + home),
    }


def _teacher(home: int, subject: int) -> str:
    return TEACHERS[(home * 5 + subject * 7) % len(TEACHERS)]
