"""What class teachers and deputy heads watch: who is there, what is not filled, who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.attendance import AbsenceNote, DayAbsence, Presence
from journal.model.day import Missing
from journal.model.lessons import Lesson
from journal.model.people import Child, Person, Unit


@dataclass(frozen=True, slots=True)
class TakenRegister:
    """A register of the day; `statuses` names only those who were not simply present."""

    lesson_id: int
    class_id: int
    slot: int
    expected: frozenset[int]
    statuses: Mapping[int, Presence]

    @property
    def absent(self) -> frozenset[int]:
        away = (Presence.ABSENT, Presence.LEFT_EARLY)
        return frozenset(student for student, status in self.statuses.items() if status in away)


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A lesson that has begun and still lacks something, with whoever is to fill it."""

    lesson: Lesson
    keeper: Person | None
    missing: tuple[Missing, ...]

    @property
    def overdue(self) -> bool:
        return any(item.verdict.late or not item.verdict.allowed for item in self.missing)

    @property
    def until(self) -> datetime | None:
        """The nearest deadline that has not passed yet."""
        ahead = [item.verdict.until for item in self.missing if item.verdict.until and not item.verdict.late]
        return min(ahead, default=None)


@dataclass(frozen=True, slots=True)
class LateArrival:
    student: Person
    slot: int


@dataclass(frozen=True, slots=True)
class Call:
    """A family to be called, with the adults and their numbers as far as the school has them."""

    student: Person
    # The family itself does not know where the child is.
    alarm: bool
    adults: tuple[tuple[Person, str | None], ...]


@dataclass(frozen=True, slots=True)
class CallNews:
    """An adult asks to be called about a child; `number` as far as the school has one."""

    child: Child
    adult: Person
    number: str | None = None


@dataclass(frozen=True, slots=True)
class UnreachedNews:
    """A child is missed today, and no message reached the family; its adults with the numbers there are."""

    child: Child
    adults: tuple[tuple[Person, str | None], ...]


@dataclass(frozen=True, slots=True)
class ClassDay:
    """A class's day on its class teacher's first card."""

    unit: Unit
    day: date
    students: int
    # None before the first register of the day.
    present: int | None
    absent_now: tuple[Person, ...]
    absences: tuple[DayAbsence, ...]
    late: tuple[LateArrival, ...]
    # How many of the class the canteen counts on, by the first register.
    eating: int | None
    waiting: tuple[tuple[AbsenceNote, Person], ...]
    unfilled: tuple[Unfilled, ...]
    # Children whose families have no account, or none the messenger reaches.
    unconnected: tuple[Person, ...]
    unreachable: tuple[Person, ...]
    # Each linked adult whom the messenger does not reach, with the child, though another may be reached.
    deaf: tuple[tuple[Person, Person], ...]
    to_call: tuple[Person, ...]
    # The day for which the class's list is not confirmed; None where it is.
    list_due: date | None = None
    need_help: tuple[Person, ...] = ()

    @property
    def unexplained(self) -> tuple[DayAbsence, ...]:
        """Absences without a reason, and without a family's note that could become one."""
        told = {student.id for _, student in self.waiting}
        return tuple(item for item in self.absences if not item.explained and item.student.id not in told)


@dataclass(frozen=True, slots=True)
class TeacherGaps:
    """What one teacher has not filled on a day."""

    teacher: Person
    lessons: tuple[Unfilled, ...]
    # When the teacher was last reminded of that day.
    reminded_at: datetime | None = None

    @property
    def overdue(self) -> bool:
        return any(item.overdue for item in self.lessons)


@dataclass(frozen=True, slots=True)
class Substitution:
    """A lesson that a colleague said to give instead of whoever stands in the timetable."""

    lesson: Lesson
    substitute: Person
    teacher: Person | None


@dataclass(frozen=True, slots=True)
class Morning:
    """The deputy head's first card about one school day."""

    day: date
    gaps: tuple[TeacherGaps, ...]
    # Lessons nobody is named for.
    orphans: tuple[Unfilled, ...]
    lessons: int
    requests: int
    before: date | None
    after: date | None
    # Whoever was reminded since then is left in peace.
    peace: datetime
    substitutions: tuple[Substitution, ...]
    # Entries that contradict each other and wait for somebody's word.
    contradictions: int = 0
    # Lessons of absent teachers about which nothing is decided, today's and coming ones.
    uncovered: int = 0

    @property
    def unfilled(self) -> tuple[Unfilled, ...]:
        return tuple(item for gap in self.gaps for item in gap.lessons) + self.orphans

    @property
    def pending(self) -> tuple[Unfilled, ...]:
        """What may still be entered in time."""
        return tuple(item for item in self.unfilled if not item.overdue)

    @property
    def until(self) -> datetime | None:
        """The nearest deadline of what is pending."""
        return min((item.until for item in self.pending if item.until), default=None)

    @property
    def reminded_at(self) -> datetime | None:
        return max((gap.reminded_at for gap in self.gaps if gap.reminded_at), default=None)

    @property
    def to_remind(self) -> int:
        """How many teachers one tap would remind now."""
        return sum(gap.reminded_at is None or gap.reminded_at <= self.peace for gap in self.gaps)

    def of_teacher(self, person_id: int) -> TeacherGaps | None:
        return next((gap for gap in self.gaps if gap.teacher.id == person_id), None)


@dataclass(frozen=True, slots=True)
class ClassAttendance:
    """One class on a day, as far as its registers know."""

    unit: Unit
    # Those whom a register of the day asked about.
    expected: int
    # None before the first register of the day.
    absent: int | None
    ill: int
    # So many are ill that it stands out.
    stands_out: bool
    # How many lessons the day has, and whether the first of them has begun.
    lessons: int
    begun: bool


@dataclass(frozen=True, slots=True)
class SchoolAttendance:
    """All classes today; while lessons run it is who is away now, afterwards who missed a lesson."""

    day: date
    over: bool
    classes: tuple[ClassAttendance, ...]

    @property
    def counted(self) -> tuple[ClassAttendance, ...]:
        """The classes with a register; of the others nothing is known."""
        return tuple(line for line in self.classes if line.absent is not None)

    @property
    def begun(self) -> int:
        """How many classes could have a register by now."""
        return sum(line.begun or line.absent is not None for line in self.classes)

    @property
    def absent(self) -> int:
        return sum(line.absent or 0 for line in self.counted)

    @property
    def expected(self) -> int:
        return sum(line.expected for line in self.counted)


@dataclass(frozen=True, slots=True)
class ClassPresence:
    """Who of a class was not there today; `begun` and `taken` count its lessons and their registers."""

    unit: Unit
    day: date
    begun: int
    taken: int
    absences: tuple[DayAbsence, ...]
    late: tuple[LateArrival, ...]


class RequestStatus(StrEnum):
    WAITING = "waiting"
    GRANTED = "granted"
    DECLINED = "declined"
    # Nobody answered while the matter was fresh.
    EXPIRED = "expired"
