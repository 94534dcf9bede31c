"""Whom a family may write to: the teachers of the child by the workload, the class teacher."""

from datetime import date

from sqlalchemy import select

from journal.model.messages import Colleague
from journal.model.people import Person, Role, name_key
from storage.listeners import held_on
from storage.messages.rows import MessageRows
from storage.people import PERSON, as_person, belongs_on
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
