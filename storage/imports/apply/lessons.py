"""The weekly timetable, and the coming lessons that were written by the one before."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, not_, select

from journal.imports.rows import Kind, LessonRow
from journal.model.lessons import LessonStatus
from storage.imports.apply.hand import Hand
from storage.imports.apply.teaching import unit_id
from storage.tables import metadata
from storage.tables.lessons import lessons
from storage.tables.people import units
from storage.tables.timetable import timetable


async def _lessons(hand: Hand) -> None:
    """A changed timetable holds from tomorrow; the first one of a unit from the start of the year.

    A row that changes its teacher or room ends and goes on as a new one, so that the past stays as it was.
    """
    tomorrow = hand.today + timedelta(days=1)
    ongoing = await _units_with_timetable(hand)
    rows = [
        (row, row.since or _begins(hand, row, ongoing, tomorrow), row.until) for row in hand.added(LessonRow)
    ]
    successors = [
        (each.row, each.row.since or max(tomorrow, hand.year_starts_on), each.row.until)
        for each in hand.changed(Kind.LESSON)
        if isinstance(each.row, LessonRow)
    ]
    affected = {unit_id(hand, row) for row, *_ in (*rows, *successors)}
    affected |= {unit_id(hand, each.row) for each in hand.gone(Kind.LESSON)}
    over = [each.id for each in hand.changed(Kind.LESSON)] + [each.id for each in hand.gone(Kind.LESSON)]
    await _end(hand, over, tomorrow)
    values = [_entry(hand, row, since, until) for row, since, until in (*rows, *successors)]
    await hand.db.run(timetable.insert(), values)
    await withdraw_coming(hand, affected, tomorrow)


async def withdraw_coming(hand: Hand, affected: Iterable[int], first: date) -> None:
    """Remove the coming lessons of these units in which nothing was entered; they are planned anew."""
    of_units = lessons.c.unit_id.in_(set(affected))
    await hand.db.run(delete(lessons).where(of_units, lessons.c.date >= first, _untouched()))


def _begins(hand: Hand, row: LessonRow, ongoing: set[int | None], tomorrow: date) -> date:
    """A new subgroup of a class that is taught already begins with the class's new timetable."""
    known = {unit_id(hand, row), hand.id(Kind.CLASS, row.school_class)} & ongoing
    return max(tomorrow, hand.year_starts_on) if known else hand.year_starts_on


async def _units_with_timetable(hand: Hand) -> set[int | None]:
    """The units that have a timetable, and the classes of which a part has one."""
    rows = await hand.db.all(
        select(units.c.id, units.c.parent_id)
        .join(timetable, timetable.c.unit_id == units.c.id)
        .where(timetable.c.year_id == hand.year_id)
        .distinct()
    )
    return {row.id for row in rows} | {row.parent_id for row in rows} - {None}


async def _end(hand: Hand, row_ids: list[int], day: date) -> None:
    """End rows with that day; one that would only have begun later never holds."""
    if not row_ids:
        return
    rows = await hand.db.all(select(timetable.c.id, timetable.c.since).where(timetable.c.id.in_(row_ids)))
    await hand.update(timetable, ({"id": row.id, "until": day} for row in rows if row.since < day))
    never = [row.id for row in rows if row.since >= day]
    if never:
        await hand.db.run(delete(timetable).where(timetable.c.id.in_(never)))


def _entry(hand: Hand, row: LessonRow, since: date, until: date | None) -> dict[str, Any]:
    teachers = [hand.must(Kind.STAFF, teacher) for teacher in row.teachers or ()]
    first, second = (*teachers, None, None)[:2]
    return {
        "year_id": hand.year_id,
        "weekday": row.weekday,
        "slot": row.slot,
        "week_mask": row.week_mask,
        "unit_id": unit_id(hand, row),
        "subject_id": hand.must(Kind.SUBJECT, row.subject),
        "teacher_id": first,
        "second_teacher_id": second,
        "room_id": hand.id(Kind.ROOM, row.room),
        "since": since,
        "until": until,
        **hand.outside(row),
    }


def _untouched() -> ColumnElement[bool]:
    """Nothing was entered in the lesson, and nothing anywhere points at it."""
    pointing = [
        column
        for table in metadata.sorted_tables
        for column in table.c
        for key in column.foreign_keys
        if key.column is lessons.c.id
    ]
    return and_(
        lessons.c.status == LessonStatus.PLANNED,
        lessons.c.topic.is_(None),
        lessons.c.substitute_id.is_(None),
        lessons.c.revision == 0,
        *(not_(exists().where(column == lessons.c.id)) for column in pointing),
    )


WRITERS = {Kind.LESSON: _lessons}
