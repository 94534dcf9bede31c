"""What the expansion of a saved register needs to know of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from journal.model.attendance import Presence
from storage.db import Db
from storage.question import question
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import lessons


@dataclass(frozen=True, slots=True)
class Taken:
    """A register as it stands: who was expected, and who was not simply present."""

    lesson_id: int
    day: date
    slot: int
    expected: frozenset[int]
    exceptions: Mapping[int, Presence]


async def taken(db: Db, lesson_ids: Collection[int]) -> dict[int, Taken]:
    """The registers of these lessons; two statements."""
    rows = await db.all(_registers(lesson_ids))
    exceptions: dict[int, dict[int, Presence]] = {}
    for row in await db.all(_marked(lesson_ids)):
        exceptions.setdefault(row.lesson_id, {})[row.student_id] = Presence(row.status)
    return {
        row.lesson_id: Taken(
            row.lesson_id, row.date, row.slot, frozenset(row.expected), exceptions.get(row.lesson_id, {})
        )
        for row in rows
    }


@question
def _registers(lesson_ids: Collection[int]) -> Select[Any]:
    return (
        select(registers.c.lesson_id, registers.c.expected, lessons.c.date, lessons.c.slot)
        .join(lessons, lessons.c.id == registers.c.lesson_id)
        .where(registers.c.lesson_id.in_(lesson_ids))
    )


@question
def _marked(lesson_ids: Collection[int]) -> Select[Any]:
    return select(attendance.c.lesson_id, attendance.c.student_id, attendance.c.status).where(
        attendance.c.lesson_id.in_(lesson_ids)
    )
