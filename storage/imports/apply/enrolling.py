"""Students coming into classes, moving between them and leaving, with the roll's record of it (R-146)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from journal.imports.difference import Changed
from journal.imports.rows import Kind, StudentRow
from storage.imports.apply.hand import Hand, changes
from storage.tables.control import movement
from storage.tables.people import enrolments, students, units

ARRIVAL, TRANSFER, DEPARTURE = "arrival", "transfer", "departure"


async def enrol(hand: Hand, rows: Sequence[StudentRow], ids: Sequence[int]) -> None:
    """New students: from the day the file says, or from the year's start where the class starts with them."""
    started = await _inhabited(hand)
    arrivals, places = [], []
    for row, student in zip(rows, ids, strict=True):
        unit = hand.id(Kind.CLASS, row.school_class)
        if unit is None:
            continue
        since = _since(hand, row, hand.today if unit in started else hand.year_starts_on)
        places.append(_place(student, unit, since, row.order_number))
        if since > hand.year_starts_on:
            arrivals.append(_moved(hand, ARRIVAL, student, since, row.order_number, to=unit))
    await hand.db.run(enrolments.insert(), places)
    await hand.db.run(movement.insert(), arrivals)


async def move(hand: Hand) -> None:
    """Students into another class, and those who came back; their old subgroups end with the old class."""
    ended, places, moved = [], [], []
    for each in hand.changed(Kind.STUDENT):
        after = changes(each)
        if not isinstance(each.row, StudentRow) or not {"school_class", "closed"} & set(after):
            continue
        unit = hand.id(Kind.CLASS, each.row.school_class)
        before = next((change.before for change in each.changes if change.field == "school_class"), None)
        since = _since(hand, each.row, hand.today)
        returned = "closed" in after
        if before and not returned:
            ended.append({"student": each.id, "day": since})
        if unit is not None and (returned or "school_class" in after):
            places.append(_place(each.id, unit, since, each.row.order_number))
            kind = ARRIVAL if returned or not before else TRANSFER
            left = hand.id(Kind.CLASS, before)
            moved.append(_moved(hand, kind, each.id, since, each.row.order_number, left=left, to=unit))
    await _end(hand, ended)
    await hand.db.run(enrolments.insert(), places)
    await hand.db.run(movement.insert(), moved)
    await _set_left(hand, [each for each in hand.changed(Kind.STUDENT) if "closed" in changes(each)], None)


async def dismiss(hand: Hand) -> None:
    """Students who left: everything they belong to ends today, what was recorded stays."""
    gone = hand.gone(Kind.STUDENT)
    await _end(hand, [{"student": each.id, "day": hand.today} for each in gone])
    await hand.db.run(
        movement.insert(),
        [
            _moved(
                hand, DEPARTURE, each.id, hand.today, None, left=hand.id(Kind.CLASS, each.row.school_class)
            )
            for each in gone
        ],
    )
    await _set_left(hand, gone, hand.today)


async def _inhabited(hand: Hand) -> set[int]:
    """The units that had students before this import."""
    found = await hand.db.scalars(
        select(enrolments.c.unit_id)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(units.c.year_id == hand.year_id)
        .distinct()
    )
    return set(found)


async def _end(hand: Hand, ended: list[dict[str, Any]]) -> None:
    """End what the students belong to; what would only have begun never does."""
    await hand.db.run(
        update(enrolments)
        .where(
            enrolments.c.student_id == bindparam("student"),
            or_(
                enrolments.c.until.is_(None),
                enrolments.c.until > bindparam("day", type_=enrolments.c.until.type),
            ),
        )
        .values(until=bindparam("day", type_=enrolments.c.until.type)),
        ended,
    )


async def _set_left(hand: Hand, rows: Sequence[Changed | Any], day: date | None) -> None:
    await hand.db.run(
        update(students).where(students.c.person_id == bindparam("student")).values(left_on=day),
        [{"student": each.id} for each in rows],
    )


def _since(hand: Hand, row: StudentRow, default: date) -> date:
    return max(row.since or default, hand.year_starts_on)


def _place(student: int, unit: int, since: date, order: str | None) -> dict[str, Any]:
    return {"student_id": student, "unit_id": unit, "since": since, "order_number": order}


def _moved(
    hand: Hand,
    kind: str,
    student: int,
    day: date,
    order: str | None,
    *,
    left: int | None = None,
    to: int | None = None,
) -> dict[str, Any]:
    return {
        "student_id": student,
        "kind": kind,
        "date": day,
        "order_number": order,
        "from_unit_id": left,
        "to_unit_id": to,
        "entered_by": hand.ctx.actor.person_id,
        "entered_at": hand.ctx.now,
    }
