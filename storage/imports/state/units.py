"""Classes and subgroups of the year."""

from typing import Any

from sqlalchemy import select

from journal.imports.difference import Stored
from journal.imports.rows import ClassRow, Kind, SubgroupRow
from journal.model.people import Role, UnitKind
from storage.imports.state.view import Reader, View, grouped, holds, ref
from storage.tables.people import enrolments, role_assignments, units


async def _classes(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(
        select(units)
        .where(
            units.c.year_id == view.year_id,
            units.c.parent_id.is_(None),
            units.c.kind.in_((UnitKind.CLASS, UnitKind.GROUP)),
        )
        .order_by(units.c.id)
    )
    heading = await view.db.all(
        select(role_assignments.c.unit_id, role_assignments.c.person_id)
        .where(role_assignments.c.role == Role.CLASS_TEACHER, holds(role_assignments, view.today))
        .order_by(role_assignments.c.id)
    )
    heads = grouped(heading, "unit_id", "person_id")
    return tuple(
        Stored(
            row.id,
            ClassRow(
                key=row.external_id or "",
                name=row.name,
                grade=row.grade or None,
                shift=row.shift,
                teacher=ref(heads[row.id][-1]) if row.id in heads else None,
            ),
            row.source,
            closed=row.closed_on is not None,
        )
        for row in rows
    )


async def _subgroups(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(
        select(units)
        .where(units.c.year_id == view.year_id, units.c.kind == UnitKind.SUBGROUP)
        .order_by(units.c.id)
    )
    enrolled = await view.db.all(
        select(enrolments.c.unit_id, enrolments.c.student_id)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(
            units.c.year_id == view.year_id,
            units.c.kind == UnitKind.SUBGROUP,
            holds(enrolments, view.today),
        )
    )
    members = grouped(enrolled, "unit_id", "student_id")
    return tuple(
        Stored(
            row.id,
            SubgroupRow(
                key=row.external_id or "",
                name=row.name,
                school_class=ref(row.parent_id) or "",
                subject=ref(row.subject_id),
                grade=row.grade or None,
                students=tuple(sorted({f"#{member}" for member in members[row.id]})),
            ),
            row.source,
            closed=row.closed_on is not None,
        )
        for row in rows
    )


READERS: dict[Kind, Reader] = {Kind.CLASS: _classes, Kind.SUBGROUP: _subgroups}
