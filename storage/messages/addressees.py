"""Whom a family may write to: the teachers of the child by the workload, the class teacher."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from journal.model.messages import Colleague
from journal.model.people import Person, Role, name_key
from storage.listeners import held_on, live
from storage.messages.rows import MessageRows
from storage.people import PERSON, as_person, belongs_on
from storage.tables.access import bindings
from storage.tables.people import enrolments, people, role_assignments
from storage.tables.timetable import subjects, workload


class Addressees(MessageRows):
    async def teachers(self, student_id: int, day: date) -> list[Colleague]:
        rows = await self.db.all(
            select(*PERSON, subjects.c.name.label("subject"))
            .join(workload, workload.c.teacher_id == people.c.id)
            .join(enrolments, enrolments.c.unit_id == workload.c.unit_id)
            .join(subjects, subjects.c.id == workload.c.subject_id)
            .where(enrolments.c.student_id == student_id, workload.c.until.is_(None), belongs_on(day))
            .distinct()
            .order_by(subjects.c.name)
        )
        found: dict[int, Colleague] = {}
        for row in rows:
            known = found.get(row.id)
            taught = (*known.subjects, row.subject) if known else (row.subject,)
            found[row.id] = Colleague(as_person(row), taught)
        return sorted(found.values(), key=lambda one: name_key(one.person))

    async def pupils(self, unit_id: int, teacher_id: int | None, day: date) -> list[Person]:
        members = (
            select(*PERSON)
            .join(enrolments, enrolments.c.student_id == people.c.id)
            .where(enrolments.c.unit_id == unit_id, belongs_on(day))
        )
        if teacher_id is not None:
            taught = select(workload.c.unit_id).where(
                workload.c.teacher_id == teacher_id, workload.c.until.is_(None)
            )
            own = select(enrolments.c.student_id).where(enrolments.c.unit_id.in_(taught), belongs_on(day))
            members = members.where(people.c.id.in_(own.correlate(None)))
        return sorted((as_person(row) for row in await self.db.all(members)), key=name_key)

    async def readers(self, students: Collection[int], day: date) -> dict[int, list[Person]]:
        rows = await self.db.all(
            select(*PERSON, bindings.c.student_id)
            .join(bindings, bindings.c.person_id == people.c.id)
            .where(bindings.c.student_id.in_(students), live(day))
            .distinct()
        )
        found: dict[int, list[Person]] = {student: [] for student in students}
        for row in rows:
            found[row.student_id].append(as_person(row))
        return {student: sorted(persons, key=name_key) for student, persons in found.items()}

    async def class_teacher(self, unit_id: int, day: date) -> Person | None:
        row = await self.db.first(
            select(*PERSON)
            .join(role_assignments, role_assignments.c.person_id == people.c.id)
            .where(
                role_assignments.c.role == Role.CLASS_TEACHER,
                role_assignments.c.unit_id == unit_id,
                held_on(day),
            )
            .order_by(role_assignments.c.id)
            .limit(1)
        )
        return as_person(row) if row else None
