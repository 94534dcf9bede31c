"""What use cases need of periods."""

from datetime import date
from typing import Protocol

from journal.model.school import Period


class Periods(Protocol):
    async def period(self, student_id: int, day: date, period_id: int | None = None) -> Period | None:
        """The period asked for, else the one that runs for the student's grade, else the last one begun."""
        ...
