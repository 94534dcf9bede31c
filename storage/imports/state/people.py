"""Staff, students, guardians and their kinship."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Row, select

from journal.imports.difference import Stored
from journal.imports.rows import GuardianRow, Kind, KinshipRow, StaffRow, StudentRow
from journal.model.people import Capacity, Role, UnitKind
from storage.imports.state.view import Reader, View, holds, ref
from storage.tables.people import enrolments, guardianships, people, role_assignments, students, units

_NAMES = (people.c.id, people.c.last_name, people.c.first_name, people.c.middle_name)
_PERSON = (*_NAMES, people.c.birth_date, people.c.source, people.c.external_id)


def _name(row: Row[Any]) -> dict[str, Any]:
    return {
        "key": row.external_id or "",
        "last_name": row.last_name,
        "first_name": row.first_name,
        "middle_name": row.middle_name,
    }


async def _staff(view: View) -> tuple[Stored[Any], ...]:
    """Whoever ever had a role; without one at present the row is closed."""
    reached = await view.contacts()
    rows = await view.db.all(
        select(*_PERSON, role_assignments.c.role, holds(role_assignments, view.today).label("held"))
        .join(role_assignments, role_assignments.c.person_id == people.c.id)
        .order_by(people.c.id)
    )
    persons: dict[int, Row[Any]] = {}
    roles: defaultdict[int, set[Role]] = defaultdict(set)
    for row in rows:
        persons[row.id] = row
        if row.held:
            roles[row.id].add(Role(row.role))
    return tuple(
        Stored(
            row.id,
            StaffRow(
                **_name(row),
                # Heading a class is said of the class.
                roles=tuple(sorted(roles[row.id] - {Role.CLASS_TEACHER})),
                phone=reached.get((row.id, "phone")),
                email=reached.get((row.id, "email")),
            ),
            row.source,
            closed=not roles[row.id],
        )
        for row in persons.values()
    )


async def _students(view: View) -> tuple[Stored[Any], ...]:
    homes = (
        select(enrolments.c.student_id, enrolments.c.unit_id, enrolments.c.since)
        .join(units, units.c.id == enrolments.c.unit_id)
        .where(
            units.c.year_id == view.year_id,
            units.c.parent_id.is_(None),
            units.c.kind.in_((UnitKind.CLASS, UnitKind.GROUP)),
            holds(enrolments, view.today),
        )
        .subquery()
    )
    rows = await view.db.all(
        select(*_PERSON, students.c.left_on, homes.c.unit_id)
        .join(students, students.c.person_id == people.c.id)
        .outerjoin(homes, homes.c.student_id == people.c.id)
        .order_by(people.c.id, homes.c.since)
    )
    # Of a class now and a class from a later day the later one counts.
    latest = {row.id: row for row in rows}
    return tuple(
        Stored(
            row.id,
            StudentRow(**_name(row), birth_date=row.birth_date, school_class=ref(row.unit_id)),
            row.source,
            closed=row.left_on is not None,
        )
        for row in latest.values()
    )


async def _guardians(view: View) -> tuple[Stored[Any], ...]:
    reached = await view.contacts()
    rows = await view.db.all(
        select(*_PERSON).where(people.c.id.in_(select(guardianships.c.guardian_id))).order_by(people.c.id)
    )
    return tuple(
        Stored(
            row.id,
            GuardianRow(
                **_name(row), phone=reached.get((row.id, "phone")), email=reached.get((row.id, "email"))
            ),
            row.source,
        )
        for row in rows
    )


async def _kinships(view: View) -> tuple[Stored[Any], ...]:
    rows = await view.db.all(select(guardianships).order_by(guardianships.c.id))
    return tuple(
        Stored(
            row.id,
            KinshipRow(
                key="",
                student=f"#{row.student_id}",
                guardian=f"#{row.guardian_id}",
                capacity=Capacity(row.capacity),
                relation=row.relation,
            ),
            closed=row.ended_on is not None and row.ended_on <= view.today,
        )
        for row in rows
    )


READERS: dict[Kind, Reader] = {
    Kind.STAFF: _staff,
    Kind.STUDENT: _students,
    Kind.GUARDIAN: _guardians,
    Kind.KINSHIP: _kinships,
}
