"""What a text can be after, and what it names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journal.model.access import Hat
from journal.model.people import Child
from journal.model.span import Span


class Intent(StrEnum):
    """What is wanted. The values are short: they travel in buttons."""

    MARKS = "m"
    HOMEWORK = "h"
    TIMETABLE = "t"
    ABSENCES = "a"
    FINALS = "f"
    AVERAGES = "v"
    SUMMARY = "s"
    TOPICS = "c"
    PROGRESS = "p"
    CONTROLS = "k"
    EVENTS = "e"
    DEBTS = "d"
    NOTICES = "n"
    FORECAST = "o"
    TEACHER_OF = "w"
    SETTINGS = "g"
    WHO_ABSENT = "b"
    # These fill in a screen; nothing is written before a tap.
    ABSENCE = "A"
    MESSAGE = "M"
    MARK = "K"
    SET_HOMEWORK = "H"
    NOTICE = "N"
    # Talk.
    GREETING = "g1"
    THANKS = "g2"
    HELP = "g3"
    CANCEL = "g4"
    ANGER = "g5"

    @property
    def is_talk(self) -> bool:
        return len(self) > 1

    @property
    def is_question(self) -> bool:
        """Whether it only shows something."""
        return len(self) == 1 and self.islower()


class Recipient(StrEnum):
    """To whom a message goes, where it is no teacher of a subject."""

    CLASS_TEACHER = "c"
    ADMINISTRATION = "a"


class Drawing(StrEnum):
    """As what kind of picture an answer is wanted."""

    PICTURE = "picture"
    CURVE = "curve"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody who teaches or heads the own children, as far as a sentence may name them."""

    first_name: str
    middle_name: str
    subjects: frozenset[int] = frozenset()
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What the asker may speak of: the own children and their subjects, the own classes and their students.

    `subjects` are by student; those a colleague teaches stand under 0. `at_hand` is the child looked at now.
    """

    hat: Hat | None
    children: tuple[Child, ...] = ()
    at_hand: int | None = None
    subjects: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    units: Mapping[int, str] = field(default_factory=dict)
    students: tuple[Child, ...] = ()
    teachers: tuple[Teacher, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a text. What is not named is None.

    `term` is the number of a quarter, half-year or semester, 0 the one that runs; `year` where the whole year
    is meant. `subjects` are several that are named together, `subject` is None then. `value` is a mark: `2`.
    `everyone` where all children are meant. `stranger` is a name nobody bears, `unknown` a subject that none
    has, `no_day` a day that no calendar has: `31 февраля`. `reason` is a family's: `ill`, `family`, `late`,
    `other`.
    """

    intent: Intent
    child: int | None = None
    everyone: bool = False
    subject: int | None = None
    subjects: tuple[int, ...] = ()
    when: Span | None = None
    term: int | None = None
    year: bool = False
    value: str | None = None
    unit: int | None = None
    students: tuple[int, ...] = ()
    to: Recipient | None = None
    reason: str | None = None
    until_only: bool = False
    no_day: str | None = None
    stranger: str | None = None
    unknown: str | None = None
    drawing: Drawing | None = None
