"""A class's week on its class teacher's desk: what is not filled, what came late, which absences wait."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from journal.model.control import TeacherGaps
from journal.model.people import Person, Unit


@dataclass(frozen=True, slots=True)
class LateMarks:
    """Marks of a subject that a teacher entered after their deadline."""

    teacher: Person
    subject: str
    count: int


@dataclass(frozen=True, slots=True)
class UncheckedWork:
    """A written work whose checking term has passed."""

    teacher: Person
    subject: str
    kind: str
    given_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class ClassWeek:
    """How timely a class's journal is kept in the week of that Monday (R-044, R-120)."""

    unit: Unit
    monday: date
    gaps: tuple[TeacherGaps, ...]
    late: tuple[LateMarks, ...]
    unchecked: tuple[UncheckedWork, ...]
    # Whether this is the week of today.
    current: bool
    # When the deputy head was last told of this week.
    reported_at: datetime | None = None

    @property
    def breaches(self) -> int:
        """Lessons past their deadline, subjects with late marks, works past their term."""
        overdue = sum(len(gap.lessons) for gap in self.overdue)
        return overdue + len(self.late) + len(self.unchecked)

    @property
    def overdue(self) -> tuple[TeacherGaps, ...]:
        """By teacher, the lessons past their deadline: the others may still be filled in time."""
        late = [(gap, tuple(item for item in gap.lessons if item.overdue)) for gap in self.gaps]
        return tuple(replace(gap, lessons=lessons) for gap, lessons in late if lessons)


@dataclass(frozen=True, slots=True)
class BreachNews:
    """A class teacher tells the deputy head how timely the class's journal is kept."""

    week: ClassWeek
    author: Person


@dataclass(frozen=True, slots=True)
class ReviewNews:
    """What waits for the class teacher at the end of a week."""

    unit: Unit
    monday: date
    absences: int
    unexplained: int
    # Families' notes nobody has decided.
    notes: int
    # Who has come to need help since the last word about it in this period; 0: no period runs.
    period_id: int
    need_help: tuple[Person, ...]
    # None where the school's rules leave the weekly look at the journal to others.
    breaches: int | None

    @property
    def calm(self) -> bool:
        return not (self.unexplained or self.notes or self.need_help or self.breaches)
