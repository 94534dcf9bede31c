"""What the school's register says of guardians and birth dates."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select, update

from journal.model.codes import Guardianship
from journal.model.people import Capacity
from storage.access.base import Queries
from storage.tables.people import guardianships, people, students


class RegisterQueries(Queries):
    async def guardianships(self, student_ids: Collection[int]) -> list[Guardianship]:
        rows = await self.db.all(
            select(guardianships)
            .where(guardianships.c.student_id.in_(student_ids), guardianships.c.ended_on.is_(None))
            .order_by(guardianships.c.id)
        )
        return [
            Guardianship(
                row.guardian_id, row.student_id, Capacity(row.capacity), row.expires_on, row.refused_on
            )
            for row in rows
        ]

    async def set_capacity(
        self, guardian_id: int, student_id: int, capacity: Capacity, expires_on: date | None
    ) -> None:
        await self.db.run(
            update(guardianships)
            .where(guardianships.c.guardian_id == guardian_id, guardianships.c.student_id == student_id)
            .values(capacity=capacity, expires_on=expires_on)
        )

    async def add_guardianship(self, guardian_id: int, student_id: int, capacity: Capacity) -> None:
        await self.db.insert(guardianships, guardian_id=guardian_id, student_id=student_id, capacity=capacity)

    async def set_refusal(self, guardian_id: int, student_id: int, day: date | None) -> None:
        await self.db.run(
            update(guardianships)
            .where(guardianships.c.guardian_id == guardian_id, guardianships.c.student_id == student_id)
            .values(refused_on=day)
        )

    async def set_printed(self, student_id: int, *, wanted: bool) -> None:
        await self.db.run(update(students).where(students.c.person_id == student_id).values(offline=wanted))

    async def printed(self, student_ids: Collection[int]) -> set[int]:
        return set(
            await self.db.scalars(
                select(students.c.person_id).where(
                    students.c.person_id.in_(student_ids), students.c.offline.is_(True)
                )
            )
        )

    async def birth_date(self, person_id: int) -> date | None:
        found: date | None = await self.db.scalar(select(people.c.birth_date).where(people.c.id == person_id))
        return found
