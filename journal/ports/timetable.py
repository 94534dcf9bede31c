"""What use cases need of the timetable and the workload."""

from typing import Protocol


class Timetable(Protocol):
    async def teaches(self, person_id: int, unit_id: int) -> bool:
        """Whether the workload of the year gives that person any subject in the unit (or a part of it)."""
        ...
