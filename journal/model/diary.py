"""What a diary shows of a child."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from journal.model.ahead import Happening, PlannedWork
from journal.model.attendance import Absence
from journal.model.clubs import Club
from journal.model.lessons import Homework, Lesson, LessonStatus
from journal.model.marks import Mark, Result, ResultKind
from journal.model.materials import Material
from journal.model.people import Child, Person
from journal.model.remarks import Remark
from journal.model.school import Period
from journal.model.span import Span


@dataclass(frozen=True, slots=True)
class DiaryLesson:
    """One lesson of the child with everything that hangs on it; `homework` is what is due for it."""

    lesson: Lesson
    homework: tuple[Homework, ...] = ()
    marks: tuple[Mark, ...] = ()
    absence: Absence | None = None
    # Who gives it instead of its teacher.
    substitute: Person | None = None

    @property
    def held(self) -> bool:
        return self.lesson.status is LessonStatus.PLANNED

    @property
    def tasks(self) -> tuple[Homework, ...]:
        """What is to be done; «no homework» is nothing to do."""
        return tuple(task for task in self.homework if not task.no_work)


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day; `done` are the homeworks that the family has ticked off."""

    date: date
    lessons: tuple[DiaryLesson, ...] = ()
    done: frozenset[int] = frozenset()
    # What goes on after the lessons.
    clubs: tuple[Club, ...] = ()

    @property
    def tasks(self) -> tuple[Homework, ...]:
        return tuple(task for item in self.lessons if item.held for task in item.tasks)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for item in self.lessons for mark in item.marks)

    @property
    def unset(self) -> tuple[str, ...]:
        """The subjects for which nobody has said yet what to do."""
        names = (item.lesson.subject for item in self.lessons if item.held and not item.homework)
        return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a child, with what happens beside the lessons, and the neighbouring school days."""

    child: Child
    day: DiaryDay
    before: date | None = None
    after: date | None = None
    happenings: tuple[Happening, ...] = ()
    # Links and files of the lessons at which the day's homework was set.
    materials: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """Some days of a child; days without lessons are left out. `after` is the next school day after them."""

    child: Child
    span: Span
    days: tuple[DiaryDay, ...]
    after: date | None = None
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonDetail:
    """One lesson of a child, with who keeps it and what was set at it."""

    child: Child
    item: DiaryLesson
    given: tuple[Homework, ...]
    teachers: tuple[Person, ...]
    done: frozenset[int] = frozenset()
    materials: tuple[Material, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectTasks:
    """The homework of one subject around today: what is to be done, then what was."""

    child: Child
    subject: str
    subject_id: int
    coming: tuple[Homework, ...]
    past: tuple[Homework, ...]
    done: frozenset[int] = frozenset()
    # The next lesson for which nobody has said yet what to do.
    unset: date | None = None
    # The days asked for, where the subject is not taught in them.
    untaught: Span | None = None
    # The days asked for, where it is: nothing else is told then.
    asked: Span | None = None


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods that have begun of every year the child was at school, oldest first; the one looked at."""

    all: tuple[Period, ...]
    chosen: Period | None

    @property
    def of_year(self) -> tuple[Period, ...]:
        """The periods of the year looked at, to choose from."""
        year = self.chosen.year_id if self.chosen else None
        return tuple(period for period in self.all if period.year_id == year)

    @property
    def years(self) -> tuple[Period, ...]:
        """The last period of each year, newest year first: what choosing a year leads to."""
        last = {period.year_id: period for period in self.all}
        return tuple(reversed(last.values()))


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
    """The marks of a period by subject; `markless` where the child's grade has no marks at all."""

    child: Child
    periods: Periods
    subjects: tuple[SubjectMarks, ...]
    markless: bool = False

    @property
    def period(self) -> Period | None:
        return self.periods.chosen


@dataclass(frozen=True, slots=True)
class MarkList:
    """The marks of some days, newest first; of one subject, where one was asked for."""

    child: Child
    span: Span
    marks: tuple[Mark, ...]
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class OpenedMark:
    """One mark and who set it."""

    child: Child
    mark: Mark
    author: Person | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Lessons missed, by reason, and arrivals too late."""

    lessons: int = 0
    excused: int = 0
    unexcused: int = 0
    unexplained: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class AttendanceBook:
    """What was missed in these days, newest first; `periods` only where a period was looked at."""

    child: Child
    span: Span | None
    absences: tuple[Absence, ...]
    totals: Missed = Missed()
    periods: Periods | None = None
    # The days whose reason the reader may still give, newest first.
    open_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The card of a child: the day at hand, what to do for the next one, what is new."""

    child: Child
    day: DiaryDay
    is_today: bool
    is_tomorrow: bool
    # The next school day after today.
    tasks: DiaryDay
    new_marks: tuple[Mark, ...] = ()
    # What was missed today, where the next school day is shown instead.
    absences: tuple[Absence, ...] = ()
    # Notices that wait for a signature, of all children.
    unread_notices: int = 0
    # From the day shown to the day that homework is shown for.
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectResults:
    """A subject's results of a year: by period, then those of the year."""

    subject: str
    by_period: dict[int, str]
    closing: dict[ResultKind, str]


@dataclass(frozen=True, slots=True)
class ResultBook:
    child: Child
    periods: Periods
    subjects: tuple[SubjectResults, ...]
    markless: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a subject's programme has come: lessons given of those planned for the year, where known."""

    subject: str
    given: int
    planned: int | None


@dataclass(frozen=True, slots=True)
class TaughtList:
    """The subjects of a period by key."""

    child: Child
    subjects: dict[int, str]
    periods: Periods


@dataclass(frozen=True, slots=True)
class TopicList:
    """What was taught in a subject in a period, newest first."""

    child: Child
    subject: str
    lessons: tuple[Lesson, ...]
    periods: Periods


@dataclass(frozen=True, slots=True)
class Summary:
    """How a child is doing in a period: averages, what could be better, what was missed.

    `markless` where the child's grade has no marks at all.
    """

    child: Child
    period: Period | None
    subjects: tuple[SubjectMarks, ...]
    weak: tuple[SubjectMarks, ...]
    missed: Missed
    works: tuple[PlannedWork, ...]
    markless: bool = False
    # What was missed in the last seven days.
    lately: tuple[Absence, ...] = ()
