"""Members of staff and the roles they hold."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, exists, or_, select

from journal.model.people import Person, Role, RoleAssignment, name_key, search_form
from storage.access.base import Queries
from storage.people import PERSON, as_person
from storage.tables.people import people, role_assignments, units
from storage.tables.timetable import workload


class StaffQueries(Queries):
    def _held(self) -> ColumnElement[bool]:
        held, today = role_assignments.c, self.ctx.today
        return and_(held.since <= today, or_(held.until.is_(None), held.until > today))

    async def find_staff(self, folded: str, limit: int) -> list[Person]:
        name = people.c.search_name
        rows = await self.db.all(
            select(*PERSON)
            .where(
                or_(
                    name.startswith(folded, autoescape=True),
                    name.contains(f" {folded}", autoescape=True),
                ),
                exists().where(role_assignments.c.person_id == people.c.id),
            )
            .order_by(name, people.c.id)
            .limit(limit)
        )
        return [as_person(row) for row in rows]

    async def roles_of(self, person_ids: Collection[int]) -> dict[int, list[RoleAssignment]]:
        held = role_assignments.c
        rows = await self.db.all(
            select(held.person_id, held.role, held.unit_id, held.order_number, held.order_date)
            .where(held.person_id.in_(person_ids), self._held())
            .order_by(held.id)
        )
        found: dict[int, list[RoleAssignment]] = defaultdict(list)
        for row in rows:
            assignment = RoleAssignment(Role(row.role), row.unit_id, row.order_number, row.order_date)
            found[row.person_id].append(assignment)
        return found

    async def staff_near(self, class_id: int) -> list[Person]:
        held = role_assignments.c
        heads = or_(held.unit_id == class_id, and_(held.unit_id.is_(None), held.role != Role.TEACHER))
        teaches = (
            exists()
            .where(
                workload.c.teacher_id == people.c.id,
                workload.c.until.is_(None),
                workload.c.unit_id == units.c.id,
                or_(units.c.id == class_id, units.c.parent_id == class_id),
            )
            .correlate(people)
        )
        reaches = exists().where(held.person_id == people.c.id, self._held(), heads)
        rows = await self.db.all(select(*PERSON).where(or_(reaches, teaches)))
        return sorted((as_person(row) for row in rows), key=name_key)

    async def add_person(self, last: str, first: str, middle: str) -> int:
        return await self.db.insert(
            people,
            last_name=last,
            first_name=first,
            middle_name=middle,
            search_name=search_form(f"{last} {first} {middle}"),
            created_at=self.now,
        )

    async def add_role(self, person_id: int, assignment: RoleAssignment) -> int:
        return await self.db.insert(
            role_assignments,
            person_id=person_id,
            role=assignment.role,
            unit_id=assignment.unit_id,
            order_number=assignment.order_number,
            order_date=assignment.order_date,
            since=self.ctx.today,
        )
