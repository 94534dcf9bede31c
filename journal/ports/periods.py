"""What use cases need of periods."""

from typing import Protocol

from journal.model.school import Period


class Periods(Protocol):
    async def of_student(self, student_id: int) -> list[Period]:
        """The periods of every year the student was at school, by the grade of that year, oldest first."""
        ...
