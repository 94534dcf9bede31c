"""Staff, students, guardians and their kinship."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import or_, select, update

from journal.imports.difference import Changed
from journal.imports.rows import GuardianRow, Kind, KinshipRow, PersonRow, StaffRow, StudentRow
from journal.model.people import Capacity, Role, search_form
from storage.contacts import reach_at
from storage.imports.apply import enrolling
from storage.imports.apply.hand import Hand, changes
from storage.tables.people import contacts, guardianships, people, role_assignments, students

_NAMES = ("last_name", "first_name", "middle_name")
_REACHED = ("phone", "email")


async def add_people(hand: Hand, rows: Sequence[PersonRow]) -> list[int]:
    """The people behind the rows; who is there under another hat of the same source is not made twice."""
    known = await _of_source(hand) if rows else {}
    new = [row for row in rows if row.key not in known]
    await hand.insert(people, new, [_person(hand, row) for row in new])
    for row in rows:
        if row.key in known:
            hand.known(row, known[row.key])
    return [hand.must(row.kind, f"+{row.key}") for row in rows]


async def change_people(hand: Hand, kind: Kind) -> None:
    """Names, birth dates and contacts of known people."""
    renamed = [each for each in hand.changed(kind) if set(changes(each)) & {*_NAMES, "birth_date"}]
    await hand.update(people, (await _renamed(hand, renamed)))
    for each in hand.changed(kind):
        for field in _REACHED:
            if field in changes(each):
                await reach_at(hand.db, each.id, field, changes(each)[field])


async def add_contacts(hand: Hand, rows: Sequence[StaffRow | GuardianRow], ids: Sequence[int]) -> None:
    reached = [
        {"person_id": person, "kind": field, "value": value}
        for row, person in zip(rows, ids, strict=True)
        for field in _REACHED
        if (value := getattr(row, field))
    ]
    await hand.db.run(contacts.insert(), reached)


async def _of_source(hand: Hand) -> dict[str, int]:
    rows = await hand.db.all(select(people.c.external_id, people.c.id).where(people.c.source == hand.source))
    return {row.external_id: row.id for row in rows}


def _person(hand: Hand, row: PersonRow) -> dict[str, Any]:
    return {
        "last_name": row.last_name,
        "first_name": row.first_name,
        "middle_name": row.middle_name or "",
        "birth_date": getattr(row, "birth_date", None),
        "search_name": search_form(row.label),
        "created_at": hand.ctx.now,
        **hand.outside(row),
    }


async def _renamed(hand: Hand, renamed: Iterable[Changed]) -> list[dict[str, Any]]:
    """The columns of changed people, the search name always with the whole new name."""
    by_id = {each.id: changes(each) for each in renamed}
    if not by_id:
        return []
    rows = await hand.db.all(
        select(people.c.id, *(people.c[name] for name in _NAMES)).where(people.c.id.in_(by_id))
    )
    values = []
    for row in rows:
        after = by_id[row.id]
        name = {field: after.get(field, getattr(row, field)) or "" for field in _NAMES}
        born = {"birth_date": after["birth_date"]} if "birth_date" in after else {}
        values.append({"id": row.id, **name, **born, "search_name": search_form(" ".join(name.values()))})
    return values


async def _staff(hand: Hand) -> None:
    rows = hand.added(StaffRow)
    ids = await add_people(hand, rows)
    await add_contacts(hand, rows, ids)
    given = [
        _assignment(hand, person, role, row)
        for row, person in zip(rows, ids, strict=True)
        for role in row.roles or ()
    ]
    await change_people(hand, Kind.STAFF)
    for each in hand.changed(Kind.STAFF):
        if isinstance(each.row, StaffRow):
            given.extend(_assignment(hand, each.id, role, each.row) for role in _new_roles(each))
    await hand.db.run(role_assignments.insert(), given)
    for gone in hand.gone(Kind.STAFF):
        await hand.db.run(
            update(role_assignments)
            .where(role_assignments.c.person_id == gone.id)
            .where(or_(role_assignments.c.until.is_(None), role_assignments.c.until > hand.today))
            .values(until=hand.today)
        )


def _new_roles(each: Changed) -> list[Role]:
    """The roles to be given: those that were not held; to who comes back, all that the file names."""
    found = {change.field: change for change in each.changes}
    if "roles" in found:
        return [role for role in found["roles"].after if role not in (found["roles"].before or ())]
    return []


def _assignment(hand: Hand, person: int, role: Role, row: StaffRow) -> dict[str, Any]:
    """By the director's order (S1 §4.1.2); in force at once, so that the year can be prepared."""
    return {
        "person_id": person,
        "role": role,
        "unit_id": None,
        "order_number": row.order_number,
        "order_date": row.order_date,
        "since": min(hand.today, row.order_date or hand.today),
    }


async def _students(hand: Hand) -> None:
    rows = hand.added(StudentRow)
    ids = await add_people(hand, rows)
    await hand.db.insert_new(students, [{"person_id": person} for person in ids])
    await change_people(hand, Kind.STUDENT)
    await enrolling.enrol(hand, rows, ids)
    await enrolling.move(hand)
    await enrolling.dismiss(hand)


async def _guardians(hand: Hand) -> None:
    rows = hand.added(GuardianRow)
    await add_contacts(hand, rows, await add_people(hand, rows))
    await change_people(hand, Kind.GUARDIAN)


async def _kinships(hand: Hand) -> None:
    rows = hand.added(KinshipRow)
    await hand.insert(
        guardianships,
        rows,
        [
            {
                "guardian_id": hand.must(Kind.GUARDIAN, row.guardian),
                "student_id": hand.must(Kind.STUDENT, row.student),
                "capacity": row.capacity or Capacity.PARENT,
                "relation": row.relation,
            }
            for row in rows
        ],
    )
    values = []
    for each in hand.changed(Kind.KINSHIP):
        after = changes(each)
        if after.pop("closed", None) is False:
            after["ended_on"] = None
        values.append({"id": each.id, **after})
    await hand.update(guardianships, values)


WRITERS = {
    Kind.STAFF: _staff,
    Kind.STUDENT: _students,
    Kind.GUARDIAN: _guardians,
    Kind.KINSHIP: _kinships,
}
