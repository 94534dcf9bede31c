"""Pages of the journal as whoever only looks at them sees them (R-121)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from journal.model.lessons import Homework, Lesson
from journal.model.people import Person, Unit


@dataclass(frozen=True, slots=True)
class ClassLessons:
    """A class's lessons of a day, and the school days around it."""

    unit: Unit
    day: date
    lessons: tuple[Lesson, ...]
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class MarkEdit:
    """One entry or correction of a mark; no value before the first, none after a withdrawal."""

    before: str | None
    after: str | None
    author_id: int
    at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class TracedMark:
    """A mark of a page with all it has been, the withdrawn ones too; `late`: after its deadline."""

    student_id: int
    late: bool
    edits: tuple[MarkEdit, ...]


@dataclass(frozen=True, slots=True)
class StudentMarks:
    """One student's marks on a page, in the order they were given."""

    student: Person
    marks: tuple[TracedMark, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A lesson's page for whoever may look and not touch."""

    lesson: Lesson
    keeper: Person | None
    absent: tuple[Person, ...]
    late: tuple[Person, ...]
    homework: tuple[Homework, ...]
    # In the order of the class's list.
    marks: tuple[StudentMarks, ...]
    # Who changed the marks last, and when.
    last_edit: tuple[Person, datetime] | None = None
    # Where another colleague gave the lesson: whoever stands in the timetable.
    replaced: Person | None = None
    # Whether the reader takes this register, and whether single entries of it are in the reader's hands.
    takes_register: bool = False
    enters: bool = False
    # The journal's sign of each student who was not simply present.
    signs: Mapping[int, str] = field(default_factory=dict)
    amends_register: bool = False
    # How many different words families read at the lesson, for who may take them out; else 0.
    comments: int = 0
