"""What goes on after the lessons: the prolonged day, extra activities, clubs."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Club:
    """Something of a class on some weekdays after its lessons; `students` None means the whole class."""

    id: int
    unit_id: int
    title: str
    # ISO weekdays, 1 = Monday.
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    place: str | None = None
    students: frozenset[int] | None = None

    def meets_on(self, day: date) -> bool:
        return day.isoweekday() in self.weekdays

    def takes(self, student_id: int) -> bool:
        return self.students is None or student_id in self.students
