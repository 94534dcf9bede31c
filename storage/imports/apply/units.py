"""Classes with their teachers, and subgroups with their members."""

from typing import Any

from sqlalchemy import or_, select, update

from journal.imports.rows import ClassRow, Kind, SubgroupRow
from journal.model.people import Role, UnitKind
from storage.imports.apply.hand import Hand, changes
from storage.tables.people import enrolments, role_assignments, units

_PLAIN = ("name", "grade", "shift")


async def _classes(hand: Hand) -> None:
    rows = hand.added(ClassRow)
    ids = await hand.insert(units, rows, [_class(hand, row) for row in rows])
    for row, unit in zip(rows, ids, strict=True):
        await _set_head(hand, unit, row.teacher)
    values = []
    for each in hand.changed(Kind.CLASS):
        after = changes(each)
        if "teacher" in after:
            await _set_head(hand, each.id, after["teacher"])
        values.append({"id": each.id, **_unit_columns(after)})
    await hand.update(units, values)
    await _close(hand, Kind.CLASS)


def _class(hand: Hand, row: ClassRow) -> dict[str, Any]:
    """In a college whatever has no grade is a group; its grade is 0 until somebody says its course."""
    grouped = hand.ctx.school.kind == "college"
    return {
        "year_id": hand.year_id,
        "kind": UnitKind.GROUP if grouped else UnitKind.CLASS,
        "name": row.name,
        "grade": row.grade or 0,
        "shift": row.shift or 1,
        **hand.outside(row),
    }


async def _set_head(hand: Hand, unit: int, teacher: str | None) -> None:
    """The class teacher from today; the one before keeps what is recorded and loses the class."""
    person = hand.id(Kind.STAFF, teacher)
    if person is None:
        return
    held = role_assignments.c
    await hand.db.run(
        update(role_assignments)
        .where(held.role == Role.CLASS_TEACHER, held.unit_id == unit)
        .where(or_(held.until.is_(None), held.until > hand.today))
        .values(until=hand.today)
    )
    await hand.db.insert(
        role_assignments, person_id=person, role=Role.CLASS_TEACHER, unit_id=unit, since=hand.today
    )


async def _subgroups(hand: Hand) -> None:
    rows = hand.added(SubgroupRow)
    classes = await _classes_of_year(hand)
    ids = await hand.insert(units, rows, [_subgroup(hand, row, classes) for row in rows])
    placed = [
        {"student_id": hand.must(Kind.STUDENT, student), "unit_id": unit, "since": _from(hand, row)}
        for row, unit in zip(rows, ids, strict=True)
        for student in row.students or ()
    ]
    values = []
    for each in hand.changed(Kind.SUBGROUP):
        after = changes(each)
        values.append({"id": each.id, **_unit_columns(after)})
        members = next((change for change in each.changes if change.field == "students"), None)
        if members is not None:
            before = {hand.must(Kind.STUDENT, student) for student in members.before or ()}
            wanted = {hand.must(Kind.STUDENT, student) for student in members.after}
            await _leave(hand, each.id, before - wanted)
            placed.extend(
                {"student_id": student, "unit_id": each.id, "since": hand.today}
                for student in sorted(wanted - before)
            )
    await hand.update(units, values)
    await hand.db.run(enrolments.insert(), placed)
    await _close(hand, Kind.SUBGROUP)
    for gone in hand.gone(Kind.SUBGROUP):
        await _leave(hand, gone.id, None)


def _subgroup(hand: Hand, row: SubgroupRow, classes: dict[int, Any]) -> dict[str, Any]:
    """A part of a class has its grade and shift; a group across classes has its own grade."""
    parent = hand.id(Kind.CLASS, row.school_class)
    home = classes.get(parent or 0)
    return {
        "year_id": hand.year_id,
        "kind": UnitKind.SUBGROUP,
        "name": row.name,
        "grade": home.grade if home else row.grade or 0,
        "shift": home.shift if home else 1,
        "parent_id": parent,
        "subject_id": hand.id(Kind.SUBJECT, row.subject),
        **hand.outside(row),
    }


async def _classes_of_year(hand: Hand) -> dict[int, Any]:
    rows = await hand.db.all(
        select(units.c.id, units.c.grade, units.c.shift).where(units.c.year_id == hand.year_id)
    )
    return {row.id: row for row in rows}


def _from(hand: Hand, row: SubgroupRow) -> Any:
    """A subgroup of a class that starts now starts with it."""
    new = (row.school_class or "").startswith("+")
    return min(hand.today, hand.year_starts_on) if new else hand.today


async def _leave(hand: Hand, unit: int, students: set[int] | None) -> None:
    """End the membership of these students, or of everybody."""
    if students is not None and not students:
        return
    leaving = update(enrolments).where(
        enrolments.c.unit_id == unit, or_(enrolments.c.until.is_(None), enrolments.c.until > hand.today)
    )
    if students is not None:
        leaving = leaving.where(enrolments.c.student_id.in_(students))
    await hand.db.run(leaving.values(until=hand.today))


def _unit_columns(after: dict[str, Any]) -> dict[str, Any]:
    columns = {name: after[name] for name in _PLAIN if after.get(name) is not None}
    if after.get("closed") is False:
        columns["closed_on"] = None
    return columns


async def _close(hand: Hand, kind: Kind) -> None:
    await hand.update(units, ({"id": each.id, "closed_on": hand.today} for each in hand.gone(kind)))


WRITERS = {Kind.CLASS: _classes, Kind.SUBGROUP: _subgroups}
