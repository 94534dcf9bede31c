"""Correspondence of a family with the school: threads, messages, what they were written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from journal.model.lessons import Attachment
from journal.model.people import Child, Person, Unit

# A message may be as long as the messenger itself allows.
LONGEST = 4096
MOST_MEGABYTES = 20
MOST_FILES = 10


class Office(StrEnum):
    """As what the school is written to."""

    TEACHER = "t"
    CLASS_TEACHER = "c"
    ADMINISTRATION = "a"


class Side(StrEnum):
    """How somebody stands to a thread."""

    FAMILY = "family"
    SCHOOL = "school"
    # Reads it because it was reported, and decides what becomes of it.
    OVERSEER = "overseer"


class About(StrEnum):
    """What a message may be written from."""

    MARK = "m"
    HOMEWORK = "h"
    LESSON = "l"
    # The class teacher's letter to every family of the class; `of` is the class.
    MONTH = "o"
    # The class teacher's report of a period to every family; `of` is the class.
    REPORT = "r"


# What goes to every family of a class at once.
CIRCULARS = frozenset({About.MONTH, About.REPORT})


@dataclass(frozen=True, slots=True)
class Context:
    """What a message was written from, as its writer saw it then."""

    about: About
    of: int
    subject: str
    day: date
    # The marks, the homework, the topic.
    words: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "about": self.about,
            "of": self.of,
            "subject": self.subject,
            "day": self.day.isoformat(),
            "words": self.words,
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Context":
        day = date.fromisoformat(kept["day"])
        return cls(About(kept["about"]), kept["of"], kept["subject"], day, kept["words"])


@dataclass(frozen=True, slots=True)
class Conversation:
    """One person of a family and one addressee of the school, about one child."""

    id: int
    student_id: int
    family_id: int
    office: Office
    # None where the administration is written to.
    staff_id: int | None
    last_at: datetime
    closed_at: datetime | None = None
    reported_at: datetime | None = None
    reported_by: int | None = None
    decided_at: datetime | None = None
    blocked_at: datetime | None = None

    @property
    def reported(self) -> bool:
        """Whether somebody complained of it and nobody has decided yet."""
        return self.reported_at is not None and self.decided_at is None


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of a thread."""

    id: int
    conversation_id: int
    author_id: int
    from_family: bool
    text: str
    sent_at: datetime
    context: Context | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A thread in somebody's list: its last words, and how many messages are new to the reader."""

    conversation: Conversation
    child: Child
    family: Person
    staff: Person | None
    last: str
    unread: int


@dataclass(frozen=True, slots=True)
class Colleague:
    """A teacher of a child, with the subjects taught to it."""

    person: Person
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An answer that a colleague keeps at hand."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class MessageNews:
    """New messages of the other side of a thread, in their order; at least one."""

    conversation: Conversation
    child: Child
    # Who writes for the family.
    family: Person
    letters: tuple[Letter, ...]
    persons: Mapping[int, Person]
    for_staff: bool = False


@dataclass(frozen=True, slots=True)
class ReportedNews:
    """A thread that somebody complained of."""

    conversation: Conversation
    child: Child
    family: Person
    staff: Person | None


@dataclass(frozen=True, slots=True)
class MonthDraft:
    """A letter of the month before it goes: words for all (None: customary ones), and for single families."""

    text: str | None = None
    without: frozenset[int] = frozenset()
    # By student.
    own: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MonthNews:
    """The letter of the month is not sent yet: how many of the families have words of their own."""

    unit: Unit
    month: date
    written: int
    families: int
