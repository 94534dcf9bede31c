"""What of the diary falls due by the calendar."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class WeeklySummaryDue(Event):
    """The week of these students is to be summed up for their families; one event a batch of students."""

    kind: ClassVar[str] = "weekly_summary_due"
    week_starts_on: str
    student_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"weekly:{self.week_starts_on}:{self.batch}"
