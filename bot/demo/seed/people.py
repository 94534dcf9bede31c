"""Staff, classes with their subgroups, and students."""

from collections.abc import Iterable
from datetime import date

from bot.demo.history import halves
from bot.demo.seed.draft import YEAR, Draft, Row, person_row
from journal.model.people import Role, UnitKind
from storage.tables import people


async def write_staff(draft: Draft) -> None:
    staff = [(teacher.id, teacher.name) for teacher in draft.roster.teachers]
    staff += draft.roster.management.values()
    await draft.rows(people.people, (person_row(number, name) for number, name in staff))


async def write_classes(draft: Draft) -> None:
    await draft.rows(people.units, (row for item in draft.roster.classes for row in _units(draft, item.id)))
    students = [(item, student) for item in draft.roster.classes for student in item.students]
    await draft.rows(
        people.people,
        (
            person_row(student.id, student.name, birth_date=student.born, sex="f" if student.female else "m")
            for _, student in students
        ),
    )
    await draft.rows(people.students, ({"person_id": student.id} for _, student in students))
    await draft.rows(people.enrolments, _enrolments(draft))
    await draft.rows(people.role_assignments, _assignments(draft))


def _units(draft: Draft, class_id: int) -> list[Row]:
    school_class = next(item for item in draft.roster.classes if item.id == class_id)
    common = {"year_id": 1, "grade": school_class.grade}
    rows: list[Row] = [
        {
            **common,
            "id": class_id,
            "kind": UnitKind.CLASS,
            "name": school_class.name,
            "parent_id": None,
            "subject_id": None,
        }
    ]
    rows += [
        {
            **common,
            "id": page.unit_id,
            "kind": UnitKind.SUBGROUP,
            "name": f"{school_class.name}, гр. {page.half}",
            "parent_id": class_id,
            "subject_id": page.course + 1,
        }
        for page in draft.roster.pages
        if page.class_id == class_id and page.half is not None
    ]
    return rows


def _enrolments(draft: Draft) -> Iterable[Row]:
    split = {page.class_id: page.unit_id // 10 * 10 for page in draft.roster.pages if page.half is not None}
    for item in draft.roster.classes:
        for student in item.students:
            yield {"student_id": student.id, "unit_id": item.id, "since": YEAR[0]}
        for half, members in enumerate(halves(item), 1) if item.id in split else ():
            for student in members:
                yield {"student_id": student.id, "unit_id": split[item.id] + half, "since": YEAR[0]}


def _assignments(draft: Draft) -> Iterable[Row]:
    common = {"order_number": "31-к", "order_date": date(2026, 8, 28), "since": YEAR[0]}
    for teacher in draft.roster.teachers:
        yield {**common, "person_id": teacher.id, "role": Role.TEACHER, "unit_id": None}
    for item in draft.roster.classes:
        if item.head is not None:
            yield {**common, "person_id": item.head.id, "role": Role.CLASS_TEACHER, "unit_id": item.id}
    for role, (number, _) in draft.roster.management.items():
        yield {**common, "person_id": number, "role": role, "unit_id": None}
