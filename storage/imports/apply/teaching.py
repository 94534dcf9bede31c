"""Subjects, rooms, workload and curriculum."""

from typing import Any

from sqlalchemy import delete

from journal.imports.rows import CurriculumRow, Kind, RoomRow, SubjectRow, UnitRow, WorkloadRow
from journal.model.people import search_form
from storage.imports.apply.hand import Hand, changes
from storage.tables.timetable import curriculum, rooms, subjects, workload


def unit_id(hand: Hand, row: UnitRow) -> int:
    """The journal unit a row is about."""
    if row.subgroup:
        return hand.must(Kind.SUBGROUP, row.subgroup)
    return hand.must(Kind.CLASS, row.school_class or "")


async def _subjects(hand: Hand) -> None:
    rows = hand.added(SubjectRow)
    await hand.insert(
        subjects,
        rows,
        [
            {
                "name": row.name,
                "short_name": row.short_name or row.name,
                "search_name": search_form(row.name),
                **hand.outside(row),
            }
            for row in rows
        ],
    )
    values = []
    for each in hand.changed(Kind.SUBJECT):
        after = changes(each)
        folded = {"search_name": search_form(after["name"])} if "name" in after else {}
        values.append({"id": each.id, **after, **folded})
    await hand.update(subjects, values)


async def _rooms(hand: Hand) -> None:
    rows = hand.added(RoomRow)
    await hand.insert(rooms, rows, [{"name": row.name, **hand.outside(row)} for row in rows])
    await hand.update(rooms, ({"id": each.id, **changes(each)} for each in hand.changed(Kind.ROOM)))


async def _workload(hand: Hand) -> None:
    rows = hand.added(WorkloadRow)
    await hand.insert(
        workload,
        rows,
        [
            {
                "year_id": hand.year_id,
                "teacher_id": hand.must(Kind.STAFF, row.teacher),
                "subject_id": hand.must(Kind.SUBJECT, row.subject),
                "unit_id": unit_id(hand, row),
                "hours_week": row.hours_week or 0,
                **hand.outside(row),
            }
            for row in rows
        ],
    )
    await hand.update(workload, (_reopened(each.id, changes(each)) for each in hand.changed(Kind.WORKLOAD)))
    await hand.update(workload, ({"id": each.id, "until": hand.today} for each in hand.gone(Kind.WORKLOAD)))


def _reopened(row_id: int, after: dict[str, Any]) -> dict[str, Any]:
    """Who teaches again has no end any more; the unit itself never changes, for it names the row."""
    columns = {"hours_week": after["hours_week"]} if "hours_week" in after else {}
    return {"id": row_id, **columns, **({"until": None} if after.get("closed") is False else {})}


async def _curriculum(hand: Hand) -> None:
    """The curriculum is the present plan of hours: a row that is gone is removed, the audit keeps it."""
    rows = hand.added(CurriculumRow)
    await hand.insert(
        curriculum,
        rows,
        [
            {
                "year_id": hand.year_id,
                "subject_id": hand.must(Kind.SUBJECT, row.subject),
                "grade": row.grade,
                "hours_year": row.hours_year,
            }
            for row in rows
        ],
    )
    await hand.update(
        curriculum, ({"id": each.id, **changes(each)} for each in hand.changed(Kind.CURRICULUM))
    )
    gone = [each.id for each in hand.gone(Kind.CURRICULUM)]
    if gone:
        await hand.db.run(delete(curriculum).where(curriculum.c.id.in_(gone)))


WRITERS = {
    Kind.SUBJECT: _subjects,
    Kind.ROOM: _rooms,
    Kind.WORKLOAD: _workload,
    Kind.CURRICULUM: _curriculum,
}
