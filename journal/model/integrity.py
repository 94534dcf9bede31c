"""Entries of the journal that contradict each other, or the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from journal.model.attendance import AbsenceNote, Presence
from journal.model.lessons import Lesson
from journal.model.people import Person


class Flaw(StrEnum):
    """Which two things do not go together."""

    # The family announced an absence, the school accepted it, and the student stands as present.
    DESPITE_NOTE = "despite_note"
    # The family says that an absence is an error, the class teacher agrees, and the absence stands.
    DISPUTED = "disputed"
    # Present at two lessons that run at the same time.
    TWO_LESSONS = "two_lessons"
    # Present, absent without a reason, present again, all on one day.
    FLICKER = "flicker"
    # A mark of a lesson at which the student was absent.
    MARK_WHILE_ABSENT = "mark_while_absent"
    # A lesson on a day on which the calendar has none.
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True)
class Taken:
    """A taken register as the checks need it; whoever is not in `statuses` was simply there."""

    lesson_id: int
    class_id: int
    date: date
    slot: int
    starts_at: datetime
    ends_at: datetime
    expected: frozenset[int]
    statuses: Mapping[int, Presence] = field(default_factory=dict)
    # Absences with a reason beside them.
    explained: frozenset[int] = frozenset()

    def there(self, student_id: int) -> bool:
        """Whether the student was seen at that lesson, be it late or not to its end."""
        return student_id in self.expected and self.statuses.get(student_id) is not Presence.ABSENT

    def away(self, student_id: int) -> bool:
        return student_id in self.expected and self.statuses.get(student_id) is Presence.ABSENT


@dataclass(frozen=True, slots=True)
class MarkAt:
    """A mark that stands for a lesson's work."""

    mark_id: int
    lesson_id: int
    student_id: int
    value: str
    # The student came back to it: a retake, or a work handed in on a later day.
    later: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """A lesson that stands where its class has none."""

    lesson_id: int
    class_id: int
    date: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks go through: the registers of some days with what stands beside them."""

    registers: tuple[Taken, ...] = ()
    notes: tuple[AbsenceNote, ...] = ()
    marks: tuple[MarkAt, ...] = ()
    free: tuple[Free, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two entries that cannot both be true; `key` stays the same while they stand."""

    key: str
    flaw: Flaw
    class_id: int
    date: date
    lessons: tuple[int, ...]
    student_id: int | None = None
    # The note or the mark in question.
    object_id: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction that was found and waits for somebody's word."""

    id: int
    found: Contradiction
    lessons: tuple[Lesson, ...]
    student: Person | None
    # Nobody has mended it yet, nor said that it was so.
    waits: bool = True

    @property
    def classes(self) -> frozenset[int]:
        """A student may be expected in two classes at once."""
        return frozenset({self.found.class_id, *(lesson.class_id for lesson in self.lessons)})


@dataclass(frozen=True, slots=True)
class AskedNews:
    """A colleague asks whoever keeps the lessons to look at a finding."""

    finding: Finding
    author: Person


@dataclass(frozen=True, slots=True)
class Way:
    """One tap that mends it: how the student stood at that lesson, or that it was not held (None)."""

    lesson: Lesson
    presence: Presence | None


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A finding with what its reader may do about it."""

    finding: Finding
    ways: tuple[Way, ...]
    # The mark in question, where the reader may open it to be corrected.
    mark_id: int | None = None
    note: AbsenceNote | None = None
    mark: str | None = None
    # It does not stand any more: somebody has mended it, or said that it was so.
    settled: bool = False
    # Whether the keepers of its lessons may be asked, and were asked today already.
    may_ask: bool = False
    asked: bool = False
    # Whether the reader's word, that it was so, is enough.
    may_accept: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What waits, the newest day first; `total` counts all of the reader's."""

    shown: tuple[Finding, ...]
    page: int
    total: int
