"""What a diary shows at a look: a week on a card, a period's attendance day by day."""

from dataclasses import dataclass
from datetime import date

from journal.model.diary import AttendanceBook, Days, MarkBook


@dataclass(frozen=True, slots=True)
class SchoolDay:
    """How many lessons of a day are held, and of how many the register was taken."""

    date: date
    lessons: int
    registers: int


@dataclass(frozen=True, slots=True)
class AttendanceDays:
    """What was missed in a period, against its school days in order."""

    book: AttendanceBook
    days: tuple[SchoolDay, ...]


@dataclass(frozen=True, slots=True)
class WeekCard:
    """A week of a child, and the marks of the period it lies in."""

    days: Days
    marks: MarkBook
