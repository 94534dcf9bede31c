"""The rows of a great school, by SQL: millions of them in seconds."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

LAST = 2026
GRADES, FIRST_GRADE, CLASS = 10, 2, 25
WEEKS, DAYS, SLOTS = 34, 5, 6
PER_YEAR = WEEKS * DAYS * SLOTS
# Of the last year so many weeks are over.
PAST = 7
SUBJECTS = (
    *("Алгебра", "Русский язык", "Литература", "Физика", "История", "Химия"),
    *("Биология", "География", "Музыка", "Физкультура", "Английский язык", "Труд"),
)
HANDS = 6
DEPUTY, STAFF, STUDENT, GUARDIAN = 99, 100, 1_000_000, 2_000_000
AT = "2026-09-01 06:00:00.000000"
QUARTERS = (((9, 1), (10, 25)), ((11, 2), (12, 27)), ((1, 11), (3, 21)), ((4, 1), (5, 25)))
YEAR_SQL = Path(__file__).with_name("year.sql")

PERSON = (
    "INSERT INTO people (id, last_name, first_name, middle_name, search_name, birth_date, created_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
ROLE = "INSERT INTO role_assignments (person_id, role, since) VALUES (?, ?, '2000-09-01')"
ACCOUNT = (
    "INSERT INTO accounts (id, platform, platform_id, locale, created_at, last_seen_at)"
    " VALUES (?, 'telegram', ?, 'ru', ?, ?)"
)
BINDING = (
    "INSERT INTO bindings (account_id, kind, person_id, student_id, bound_at, news_since)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)


def fill(db: sqlite3.Connection, letters: int, years: int, guardians: int) -> None:
    """Write the whole school into empty tables."""
    first = LAST - years + 1
    _institution(db, range(first, LAST + 1))
    _staff(db)
    for entered in range(first - GRADES + 1, LAST + 1):
        _generation(db, entered, letters * CLASS, guardians)
    for year in range(first, LAST + 1):
        _year(db, letters, year)


def unit_of(year: int, grade: int, letter: int, letters: int) -> int:
    """The key of a class."""
    return (year - 1980) * 10_000 + (grade - FIRST_GRADE) * letters + letter + 1


def student_of(entered: int, seat: int) -> int:
    """The key of the student who came in that year and sits there."""
    return STUDENT + (entered - 1980) * 10_000 + seat


def guardian_of(student: int, side: int = 0) -> int:
    """The key of one of a student's adults, and of the account."""
    return GUARDIAN + 2 * (student - STUDENT) + side


def _institution(db: sqlite3.Connection, years: Iterable[int]) -> None:
    db.execute(
        "INSERT INTO school (id, name, short_name, zone, kind, founder, regulation)"
        " VALUES (1, 'Школа', 'Школа', 'Europe/Moscow', 'school', 'private', 'preset = \"s3\"')"
    )
    for number, year in enumerate(years, 1):
        db.execute(
            "INSERT INTO years (id, name, starts_on, ends_on) VALUES (?, ?, ?, ?)",
            (number, f"{year}/{(year + 1) % 100:02}", f"{year}-09-01", f"{year + 1}-05-25"),
        )
        db.executemany(
            "INSERT INTO periods (year_id, kind, number, name, starts_on, ends_on)"
            " VALUES (?, 'quarter', ?, ?, ?, ?)",
            [
                (number, place, f"{place} четверть", *(_on(year, *day) for day in days))
                for place, days in enumerate(QUARTERS, 1)
            ],
        )
    db.execute("INSERT INTO bell_schedules (id, name, regular) VALUES (1, 'Обычное', 1)")
    db.executemany(
        "INSERT INTO bells (schedule_id, slot, starts, ends) VALUES (1, ?, ?, ?)",
        [
            (slot, f"{7 + slot:02}:30:00.000000", f"{8 + slot:02}:15:00.000000")
            for slot in range(1, SLOTS + 1)
        ],
    )
    db.executemany(
        "INSERT INTO subjects (id, name, short_name, search_name) VALUES (?, ?, ?, ?)",
        [(number, name, name[:8], name.casefold()) for number, name in enumerate(SUBJECTS, 1)],
    )


def _on(year: int, month: int, day: int) -> str:
    return date(year if month > 8 else year + 1, month, day).isoformat()


def _staff(db: sqlite3.Connection) -> None:
    keys = [DEPUTY, *(STAFF + number for number in range(len(SUBJECTS) * HANDS))]
    db.executemany(PERSON, [_person(key, "Учитель", "Анна") for key in keys])
    db.executemany(ROLE, [(key, "deputy_head" if key == DEPUTY else "teacher") for key in keys])
    db.executemany(ACCOUNT, [(key, str(key), AT, AT) for key in keys])
    db.executemany(BINDING, [(key, "staff", key, None, AT, AT) for key in keys])


def _generation(db: sqlite3.Connection, entered: int, seats: int, guardians: int) -> None:
    """Those who came in one year; the families of those who left are gone."""
    keys = [student_of(entered, seat) for seat in range(seats)]
    here = entered > LAST - GRADES
    left = None if here else f"{entered + GRADES}-06-01"
    db.executemany(PERSON, (_person(key, "Смирнов", "Иван", "2013-03-05") for key in keys))
    db.executemany("INSERT INTO students (person_id, left_on) VALUES (?, ?)", ((key, left) for key in keys))
    adults = [(guardian_of(key, side), key) for key in keys for side in range(guardians) if here]
    db.executemany(PERSON, (_person(adult, "Смирнова", "Ольга") for adult, _ in adults))
    db.executemany(
        "INSERT INTO guardianships (guardian_id, student_id, capacity) VALUES (?, ?, 'parent')", adults
    )
    db.executemany(ACCOUNT, ((adult, str(adult), AT, AT) for adult, _ in adults))
    db.executemany(BINDING, ((adult, "guardian", adult, child, AT, AT) for adult, child in adults))


def _person(key: int, last: str, first: str, born: str | None = None) -> tuple[Any, ...]:
    return (key, f"{last}{key}", first, "", f"{last}{key}".casefold(), born, AT)


def _year(db: sqlite3.Connection, letters: int, year: int) -> None:
    (year_id,) = db.execute("SELECT id FROM years WHERE starts_on = ?", (f"{year}-09-01",)).fetchone()
    classes = [
        (unit_of(year, grade, letter, letters), year_id, f"{grade}-{letter + 1}", grade)
        for grade in range(FIRST_GRADE, FIRST_GRADE + GRADES)
        for letter in range(letters)
    ]
    db.executemany("INSERT INTO units (id, year_id, kind, name, grade) VALUES (?, ?, 'class', ?, ?)", classes)
    db.executemany(
        "INSERT INTO enrolments (student_id, unit_id, since, until) VALUES (?, ?, ?, ?)",
        _enrolled(letters, year),
    )
    db.execute(
        "CREATE TEMP TABLE hours (key PRIMARY KEY, unit, number, week, weekday, slot, subject, teacher, day)"
    )
    db.executemany(
        "INSERT INTO hours VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _hours([one[0] for one in classes], year)
    )
    facts = {"year": year_id, "past": PAST if year == LAST else WEEKS, "over": year < LAST}
    for statement in YEAR_SQL.read_text("utf-8").split(";")[:-1]:
        db.execute(statement, facts)
    db.execute("DROP TABLE hours")


def _enrolled(letters: int, year: int) -> Iterator[tuple[Any, ...]]:
    until = None if year == LAST else f"{year + 1}-06-01"
    for grade in range(FIRST_GRADE, FIRST_GRADE + GRADES):
        for seat in range(letters * CLASS):
            student = student_of(year - (grade - FIRST_GRADE), seat)
            yield student, unit_of(year, grade, seat // CLASS, letters), f"{year}-09-01", until


def _hours(units: Iterable[int], year: int) -> Iterator[tuple[Any, ...]]:
    begins = date(year, 9, 1)
    monday = begins - timedelta(days=begins.weekday())
    for unit in units:
        for number in range(PER_YEAR):
            week, hour = divmod(number, DAYS * SLOTS)
            weekday, slot = divmod(hour, SLOTS)
            subject = hour % len(SUBJECTS)
            day = monday + timedelta(days=7 * week + weekday)
            teacher = STAFF + subject * HANDS + unit % HANDS
            yield (
                *(unit * PER_YEAR + number, unit, number, week, weekday + 1, slot + 1, subject + 1, teacher),
                day.isoformat(),
            )
