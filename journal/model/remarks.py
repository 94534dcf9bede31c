"""What a teacher says of students at a lesson in words: how they do, a remark, thanks; never a mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.lessons import Lesson
from journal.model.people import Child, Person


class RemarkKind(StrEnum):
    # How a student does, where no marks are given (S3 §3.10).
    PHRASE = "p"
    REMARK = "r"
    THANKS = "t"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at hand: a customary one bears its name, an own one its number and words."""

    code: str
    said: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of a student; `said` is a customary phrase's name or the teacher's own words."""

    id: int
    lesson_id: int
    student_id: int
    kind: RemarkKind
    said: str
    day: date
    subject: str
    author_id: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """The palette of a lesson."""

    lesson: Lesson
    kind: RemarkKind
    phrases: tuple[Phrase, ...]
    # How often each was said at this lesson.
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class RemarkSheet:
    """One phrase and the class: who has it."""

    lesson: Lesson
    kind: RemarkKind
    phrase: Phrase
    students: tuple[Person, ...]
    given: frozenset[int]


@dataclass(frozen=True, slots=True)
class RemarkNews:
    """What was said of a child at one lesson; empty when all of it was taken back."""

    child: Child
    lesson: Lesson
    remarks: tuple[Remark, ...]
    corrected: bool = False
