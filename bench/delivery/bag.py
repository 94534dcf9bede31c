"""A bag of real news in the outbox of a great school: notices, marks and absences, one for each chat.

The events are written as the use cases write them, and expanded by the product's own expander.
"""

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bench.great import NOW, Shape, great_school, house_of
from journal.events import Event, MarksSaved, NoticeSent, RegisterSaved
from notifications.expander import Expander
from storage import events

TODAY = NOW.date().isoformat()
AT = NOW.strftime("%Y-%m-%d 06:00:00.000000")
FILE = "delivery.sqlite"
# A class of 25 with two guardians each.
CHATS_OF_CLASS = 50
DEPUTY = 99
NOTICE = (
    "INSERT INTO notices (id, author_id, account_id, kind, text, audience, sign_off, status, created_at,"
    " sent_at) VALUES (?, ?, ?, 'notice', ?, ?, 0, 'sent', ?, ?)"
)
CLONE = (
    "INSERT INTO outbox (account_id, event_id, student_id, kind, payload, lane, dedup_key, thread, grouping,"
    " due_at, not_before, expires_at, state, created_at, channel)"
    " SELECT account_id, event_id, student_id, kind, json_set(payload, '$.notice', :notice), lane,"
    " dedup_key || ':' || :notice, 'notice:' || :notice, grouping, due_at, not_before, expires_at, state,"
    " created_at, channel FROM outbox WHERE thread = 'notice:' || :first"
)
TEXT = "Завтра на экскурсию: сбор в 8:30 у входа, с собой воду и сменную обувь. Вернёмся к 14:00."


@dataclass(frozen=True, slots=True)
class Bag:
    """The school's file, the chats that are told, and classes nobody has told anything of."""

    database: Path
    chats: list[int]
    spare: list[int]


async def packed(
    chats: int, *, rounds: int = 1, paid: bool = False, spare: int = 0, calm: bool = False
) -> Bag:
    """News for so many chats, `rounds` of it for each, waiting in the outbox; `spare` more classes exist.

    `calm`: notices alone, nothing that is urgent itself.
    """
    classes = -(-chats // CHATS_OF_CLASS)
    shape = Shape(letters=max(2, -(-(classes + spare) // 10)))
    database = await great_school(shape, FILE)
    with sqlite3.connect(database) as db:
        units = [row[0] for row in db.execute("SELECT id FROM units ORDER BY id")]
        told, rest = units[:classes], units[classes : classes + spare]
        _ready(db, told)
        happened = [
            event
            for number in range(rounds)
            for event in ([_notice(db, unit) for unit in told] if calm else _happened(db, told, number))
        ]
        reached = _chats(db, told)
    await _expanded(database, happened)
    with sqlite3.connect(database) as db:
        if paid:
            db.execute("UPDATE outbox SET paid = 1")
        _at_rest(db)
    return Bag(database, reached, rest)


async def heaped(messages: int, *, chats: int = 5000, spare: int = 25) -> Bag:
    """So many bulk messages waiting, of notices to a whole school, and `spare` classes for alerts."""
    database = await great_school(Shape(letters=-(-chats // 500)), FILE)
    with sqlite3.connect(database) as db:
        units = [row[0] for row in db.execute("SELECT id FROM units ORDER BY id")]
        _ready(db, units)
        untaken(db, units[:spare])
        happened = [_notice(db, None) for _ in range(-(-messages // chats))]
    await _expanded(database, happened[:1])
    with sqlite3.connect(database) as db:
        for event in happened[1:]:
            db.execute(CLONE, {"notice": event.notice_id, "first": happened[0].notice_id})
        _at_rest(db)
        reached = _chats(db, units)
    return Bag(database, reached, units[:spare])


def hold_nothing(database: Path) -> None:
    """The school tells of an absence at once."""
    with sqlite3.connect(database) as db:
        db.execute('UPDATE school SET regulation = \'preset = "s3"\n[delivery]\nalert_hold = "0 s"\'')


def settled(database: Path) -> dict[str, int]:
    """How many pushes stand in each state."""
    with sqlite3.connect(database) as db:
        return dict(db.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall())


def untaken(db: sqlite3.Connection, units: list[int]) -> None:
    for unit in units:
        db.execute(
            "DELETE FROM registers WHERE lesson_id IN"
            " (SELECT id FROM lessons WHERE unit_id = ? AND date = ?)",
            (unit, TODAY),
        )


def _ready(db: sqlite3.Connection, units: list[int]) -> None:
    """Families hear of everything at once; the registers of today are still to be saved."""
    db.execute(
        "INSERT INTO subscriptions (account_id, student_id, kind, mode, changed_at)"
        " SELECT account_id, student_id, 'marks', 'at_once', ? FROM bindings WHERE kind = 'guardian'",
        (AT,),
    )
    db.execute("DELETE FROM attendance WHERE date = ?", (TODAY,))


def _happened(db: sqlite3.Connection, units: list[int], number: int) -> list[Event]:
    """One piece of news for every family: by notice, mark or absence, in turns of the classes."""
    found: list[Event] = []
    for place, unit in enumerate(units, number):
        students = [
            row[0] for row in db.execute("SELECT student_id FROM enrolments WHERE unit_id = ?", (unit,))
        ]
        match place % 3:
            case 0:
                found.append(_notice(db, unit))
            case 1:
                (work,) = db.execute(
                    "SELECT id FROM works WHERE unit_id = ? ORDER BY date DESC, id LIMIT 1 OFFSET ?",
                    (unit, number),
                ).fetchone()
                found.append(MarksSaved(work, students))
            case _:
                found.append(_absences(db, unit, students, number))
    return found


def _notice(db: sqlite3.Connection, unit: int | None) -> NoticeSent:
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM notices").fetchone()
    audience = json.dumps({"units": [unit] if unit else [], "students": [], "listeners": ["guardians"]})
    db.execute(NOTICE, (last + 1, DEPUTY, DEPUTY, TEXT, audience, AT, AT))
    return NoticeSent(last + 1)


def _absences(db: sqlite3.Connection, unit: int, students: list[int], number: int) -> Event:
    lesson, slot, teacher = db.execute(
        "SELECT id, slot, teacher_id FROM lessons WHERE unit_id = ? AND date = ? ORDER BY slot"
        " LIMIT 1 OFFSET ?",
        (unit, TODAY, number),
    ).fetchone()
    db.executemany(
        "INSERT INTO attendance (lesson_id, student_id, date, slot, status, entered_by, entered_at)"
        " VALUES (?, ?, ?, ?, 'absent', ?, ?)",
        [(lesson, student, TODAY, slot, teacher, AT) for student in students],
    )
    return RegisterSaved(lesson, 1)


def _chats(db: sqlite3.Connection, units: list[int]) -> list[int]:
    rows = db.execute(
        "SELECT CAST(a.platform_id AS INTEGER) FROM accounts a JOIN bindings b ON b.account_id = a.id"
        " JOIN enrolments e ON e.student_id = b.student_id WHERE b.kind = 'guardian'"
        " AND e.unit_id IN (SELECT value FROM json_each(?)) ORDER BY a.id",
        (json.dumps(units),),
    )
    return [row[0] for row in rows]


async def _expanded(database: Path, happened: list[Event]) -> None:
    house = house_of(database)
    try:
        async with house.store.connection(writing=True) as db:
            await events.write(db, [events.Recorded(event, NOW, NOW, None) for event in happened])
            await db.connection.commit()
        await Expander(house).expand_due()
    finally:
        await house.store.engine.dispose()


def _at_rest(db: sqlite3.Connection) -> None:
    """Nothing of the preparation is left for the bot to do."""
    db.commit()
    db.execute("ANALYZE")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
