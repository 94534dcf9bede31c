"""What happened to lessons and their homework, and what is still to be entered."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class HomeworkSaved(Event):
    kind: ClassVar[str] = "homework_saved"
    homework_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"homework:{self.homework_id}"


@dataclass(frozen=True, slots=True)
class LessonChanged(Event):
    """A lesson was substituted, moved or cancelled."""

    kind: ClassVar[str] = "lesson_changed"
    lesson_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"lesson:{self.lesson_id}:changed"


@dataclass(frozen=True, slots=True)
class LessonSubstituted(Event):
    """A teacher said that a colleague's lesson is given instead, or took it back."""

    kind: ClassVar[str] = "lesson_substituted"
    lesson_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"lesson:{self.lesson_id}:substituted"


@dataclass(frozen=True, slots=True)
class TeacherAway(Event):
    """A teacher said to be away on these days."""

    kind: ClassVar[str] = "teacher_away"
    change_id: int
    person_id: int
    first: str
    last: str

    @property
    def subject(self) -> str:
        return f"away:{self.person_id}"


@dataclass(frozen=True, slots=True)
class EntryReminderDue(Event):
    """A teacher has lessons of that day with something missing."""

    kind: ClassVar[str] = "entry_reminder_due"
    person_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"reminder:{self.person_id}:{self.day}"


@dataclass(frozen=True, slots=True)
class EntryAsked(Event):
    """A teacher asked the deputy head to open a lesson for an entry."""

    kind: ClassVar[str] = "entry_asked"
    request_id: int

    @property
    def subject(self) -> str:
        return f"entry_request:{self.request_id}"


@dataclass(frozen=True, slots=True)
class EntryDecided(Event):
    """Such a request was granted or declined, or nobody answered it in time."""

    kind: ClassVar[str] = "entry_decided"
    request_id: int

    @property
    def subject(self) -> str:
        return f"entry_request:{self.request_id}:decided"


@dataclass(frozen=True, slots=True)
class HomeworkMissingDue(Event):
    """Homework of these classes for that day was not entered in time; one event a batch of classes."""

    kind: ClassVar[str] = "homework_missing_due"
    day: str
    unit_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"homework_missing:{self.day}:{self.batch}"
