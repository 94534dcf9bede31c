"""Queries about the timetable and the workload."""

from sqlalchemy import or_, select

from storage.db import Db
from storage.tables.people import units
from storage.tables.timetable import workload


class TimetableQueries:
    """Implements `journal.ports.timetable.Timetable`."""

    def __init__(self, db: Db) -> None:
        self.db = db

    async def teaches(self, person_id: int, unit_id: int) -> bool:
        found = await self.db.first(
            select(workload.c.id)
            .join(units, units.c.id == workload.c.unit_id)
            .where(
                workload.c.teacher_id == person_id,
                workload.c.until.is_(None),
                or_(units.c.id == unit_id, units.c.parent_id == unit_id),
            )
            .limit(1)
        )
        return found is not None
