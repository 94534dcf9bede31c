"""Subjects, rooms, workload, curriculum, the weekly timetable and lesson plans."""

from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select

from journal.imports.difference import Stored, token
from journal.imports.rows import (
    CurriculumRow,
    Kind,
    LessonRow,
    PlanRow,
    RoomRow,
    SubjectRow,
    WorkloadRow,
)
from journal.model.people import UnitKind
from storage.imports.state.view import Reader, View, holds, ref
from storage.tables.lessons import plan_rows, plans
from storage.tables.people import units
from storage.tables.timetable import curriculum, rooms, subjects, timetable, workload


def _unit(row: Row[Any]) -> dict[str, Any]:
    """A class, or a subgroup with its class (the empty one for a group across classes)."""
    if row.unit_kind == UnitKind.SUBGROUP:
        return {"school_class": ref(row.parent_id) or "", "subgroup": token(row.unit_id)}
    return {"school_class": token(row.unit_id), "subgroup": None}


_UNIT = (units.c.kind.label("unit_kind"), units.c.parent_id)


async def _subjects(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(select(subjects).order_by(subjects.c.id))
    return tuple(
        Stored(
            row.id,
            SubjectRow(key=row.external_id or "", name=row.name, short_name=row.short_name),
            row.source,
        )
        for row in rows
    )


async def _rooms(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(select(rooms).order_by(rooms.c.id))
    return tuple(
        Stored(row.id, RoomRow(key=row.external_id or "", name=row.name), row.source) for row in rows
    )


async def _workload(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(
        select(workload, *_UNIT)
        .join(units, units.c.id == workload.c.unit_id)
        .where(workload.c.year_id == view.year_id)
        .order_by(workload.c.id)
    )
    return tuple(
        Stored(
            row.id,
            WorkloadRow(
                key="",
                teacher=token(row.teacher_id),
                subject=token(row.subject_id),
                hours_week=Decimal(row.hours_week).quantize(Decimal("0.01")),
                **_unit(row),
            ),
            row.source,
            closed=row.until is not None and row.until <= view.today,
        )
        for row in rows
    )


async def _curriculum(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(select(curriculum).where(curriculum.c.year_id == view.year_id))
    return tuple(
        Stored(
            row.id,
            CurriculumRow(key="", grade=row.grade, subject=token(row.subject_id), hours_year=row.hours_year),
        )
        for row in rows
    )


async def _lessons(view: View) -> tuple[Stored[Any], ...]:
    """The rows that hold or will hold on the first day that can change; what is over by then is history."""
    begun = max(view.from_day, view.year.starts_on if view.year else view.from_day)
    rows = await view.db.all(
        select(timetable, *_UNIT)
        .join(units, units.c.id == timetable.c.unit_id)
        .where(timetable.c.year_id == view.year_id, holds(timetable, view.from_day))
        .order_by(timetable.c.id)
    )
    return tuple(
        Stored(
            row.id,
            LessonRow(
                key="",
                weekday=row.weekday,
                slot=row.slot,
                week_mask=row.week_mask,
                subject=token(row.subject_id),
                teachers=tuple(
                    token(person) for person in (row.teacher_id, row.second_teacher_id) if person is not None
                ),
                room=ref(row.room_id) or "",
                since=row.since if row.since > begun else None,
                until=row.until,
                **_unit(row),
            ),
            row.source,
        )
        for row in rows
    )


async def _plans(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(
        select(plan_rows, plans.c.subject_id, plans.c.unit_id, *_UNIT)
        .join(plans, plans.c.id == plan_rows.c.plan_id)
        .join(units, units.c.id == plans.c.unit_id)
        .where(plans.c.year_id == view.year_id)
        .order_by(plan_rows.c.id)
    )
    return tuple(
        Stored(
            row.id,
            PlanRow(
                key="",
                subject=token(row.subject_id),
                number=row.number,
                topic=row.topic,
                hours=row.hours,
                section=row.section,
                homework=row.homework,
                work_kind=row.work_kind,
                planned_on=row.planned_on,
                **_unit(row),
            ),
        )
        for row in rows
    )


READERS: dict[Kind, Reader] = {
    Kind.SUBJECT: _subjects,
    Kind.ROOM: _rooms,
    Kind.WORKLOAD: _workload,
    Kind.CURRICULUM: _curriculum,
    Kind.LESSON: _lessons,
    Kind.PLAN: _plans,
}
