"""A teacher who is away, and what becomes of the lessons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.span import Span


class Outcome(StrEnum):
    """The five ways out, as the deputy head decides."""

    SAME_SUBJECT = "s"
    OTHER_SUBJECT = "o"
    MERGED = "m"
    SHIFTED = "h"
    CANCELLED = "c"


@dataclass(frozen=True, slots=True)
class Away:
    """A teacher said to be away from one day to another."""

    id: int
    teacher: Person
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AwayLessons:
    """The lessons of somebody away that are still ahead or of today."""

    away: Away
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody free at that hour; `subject_id` is what would be given."""

    person: Person
    subject_id: int
    subject: str
    same: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """One lesson to be covered, with what may become of it."""

    lesson: Lesson
    teacher: Person | None
    next_topic: str | None
    stands: tuple[Stand, ...]
    # The other half of the class at the same hour, whose teacher may take both.
    sibling: Lesson | None
    # The class's last lesson of the day that may move here.
    last: Lesson | None


@dataclass(frozen=True, slots=True)
class Covered:
    """A line of the sheet of substitutions: who was to give the lesson, and what became of it.

    `substitute` gives it, or what stands in its place (`instead`); nobody does where it is cancelled.
    """

    lesson: Lesson
    teacher: Person | None
    substitute: Person | None
    instead: Lesson | None = None

    @property
    def counts(self) -> bool:
        """Whether somebody gives an hour for a colleague; a lesson of one's own that moved here is none."""
        return self.substitute is not None and (
            self.instead is None or self.instead.instead_of_id == self.lesson.id
        )


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The substitutions of a day; `week` says how many there are on each school day around it."""

    day: date
    lines: tuple[Covered, ...]
    week: tuple[tuple[date, int], ...] = ()
    # The month's hours by who gave them, the most first.
    hours: tuple[tuple[Person, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CoverMonth:
    """The substitutions of a month in order of time, and the hours by who gave them."""

    span: Span
    lines: tuple[Covered, ...]
    hours: tuple[tuple[Person, int], ...]
