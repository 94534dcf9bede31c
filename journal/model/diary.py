"""What a diary shows of one child."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from journal.model.attendance import Absence
from journal.model.lessons import Homework, Lesson
from journal.model.marks import Mark, Result
from journal.model.people import Child
from journal.model.school import Period


@dataclass(frozen=True, slots=True)
class DiaryLesson:
    """One lesson of the child with everything that hangs on it."""

    lesson: Lesson
    homework: tuple[Homework, ...] = ()
    marks: tuple[Mark, ...] = ()
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class DiaryDay:
    date: date
    lessons: tuple[DiaryLesson, ...] = ()

    @property
    def homework(self) -> tuple[DiaryLesson, ...]:
        """The lessons that something is to be done for."""
        return tuple(item for item in self.lessons if any(not task.no_work for task in item.homework))


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a child, with the neighbouring school days."""

    child: Child
    day: DiaryDay
    before: date | None = None
    after: date | None = None


@dataclass(frozen=True, slots=True)
class Week:
    child: Child
    monday: date
    days: tuple[DiaryDay, ...]


@dataclass(frozen=True, slots=True)
class SubjectMarks:
    """A subject's marks of a period, oldest first."""

    subject_id: int
    subject: str
    marks: tuple[Mark, ...]
    # Weighted; None where no mark counts.
    average: Decimal | None = None
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class MarkBook:
    child: Child
    period: Period | None
    subjects: tuple[SubjectMarks, ...]


@dataclass(frozen=True, slots=True)
class AttendanceBook:
    """What was missed in a period, newest first, in lessons."""

    child: Child
    period: Period | None
    absences: tuple[Absence, ...]
    missed: int = 0
    excused: int = 0
    unexcused: int = 0
    unexplained: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """The first screen: the day at hand, what to do for the next one, what is new."""

    child: Child
    day: DiaryDay
    is_today: bool
    # The next school day after the one shown (or the one shown, when it is not today).
    tasks: DiaryDay
    new_marks: tuple[Mark, ...] = ()
    unread_notices: int = 0
    children: tuple[Child, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Results:
    """Results of the year by subject: period marks in order, then year, exam and final."""

    child: Child
    periods: tuple[Period, ...]
    results: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a subject's programme has come: lessons given of those planned for the year."""

    subject: str
    given: int
    planned: int
