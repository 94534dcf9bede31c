"""Whom a notice is for, as conditions and as it is stored."""

from typing import Any

from sqlalchemy import ColumnElement, and_

from journal.model.access import BindingKind
from journal.model.notices import Audience, Listeners
from storage.tables.people import enrolments, units


def families_of(audience: Audience) -> ColumnElement[bool]:
    """Condition on `enrolments` joined to `units`: the students the notice concerns."""
    where: list[ColumnElement[bool]] = [enrolments.c.until.is_(None)]
    where.append(units.c.id.in_(audience.units) if audience.units else units.c.parent_id.is_(None))
    if audience.students:
        where.append(enrolments.c.student_id.in_(audience.students))
    return and_(*where)


def binding_kinds(audience: Audience) -> list[BindingKind]:
    """Which accounts of a student's family hear of it."""
    kinds = {Listeners.GUARDIANS: BindingKind.GUARDIAN, Listeners.STUDENTS: BindingKind.STUDENT}
    return [kinds[item] for item in audience.listeners if item in kinds]


def reaches(audience: Audience, belongs: dict[int, set[int]], *, staff: bool) -> bool:
    """Whether the notice is for a reader whose students belong to these units."""
    if staff and Listeners.STAFF in audience.listeners:
        return True
    return bool(binding_kinds(audience)) and any(
        (audience.whole_school or not found.isdisjoint(audience.units))
        and (not audience.students or student in audience.students)
        for student, found in belongs.items()
    )


def as_json(audience: Audience) -> dict[str, list[Any]]:
    return {
        "listeners": sorted(audience.listeners),
        "units": list(audience.units),
        "students": list(audience.students),
    }


def as_audience(stored: dict[str, list[Any]]) -> Audience:
    return Audience(
        frozenset(Listeners(item) for item in stored["listeners"]),
        tuple(stored["units"]),
        tuple(stored["students"]),
    )
