"""What use cases need of periods."""

from datetime import date
from typing import Protocol

from journal.model.school import Period


class Periods(Protocol):
    async def running(self, year_id: int, grade: int, day: date) -> Period | None:
        """The period of that grade's year that runs on that day; None in the holidays."""
        ...

    async def of_student(self, student_id: int) -> list[Period]:
        """The periods of every year the student was at school, by the grade of that year, oldest first."""
        ...
