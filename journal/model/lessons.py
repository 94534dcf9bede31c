"""Lessons, homework and what hangs on them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LessonStatus(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of one journal unit, with the names its screens need."""

    id: int
    unit_id: int
    unit_name: str
    class_id: int
    grade: int
    subject_id: int
    subject: str
    markless: bool
    date: date
    slot: int
    starts_at: datetime
    ends_at: datetime
    teacher_id: int | None
    second_teacher_id: int | None
    substitute_id: int | None
    room: str | None
    status: LessonStatus
    topic: str | None
    tasks: str | None = None
    task_type: str | None = None
    plan_row_id: int | None = None
    register_taken_at: datetime | None = None
    register_revision: int = 0
    revision: int = 0
    # When the fact of the substitution was recorded.
    substituted_at: datetime | None = None
    # Where it was entered, if not on a phone.
    place: str | None = None
    # The cancelled lesson of another subject in whose place it is given.
    instead_of_id: int | None = None

    @property
    def keepers(self) -> tuple[int, ...]:
        """The people who keep this lesson's page: the substitute beside the planned teachers (S0 §4.2-T3)."""
        return tuple(
            person
            for person in (self.substitute_id, self.teacher_id, self.second_teacher_id)
            if person is not None
        )

    @property
    def givers(self) -> tuple[int, ...]:
        """Who stands before the class and is to fill its page: the substitute, not whoever is replaced."""
        first = self.teacher_id if self.substitute_id is None else self.substitute_id
        return tuple(person for person in (first, self.second_teacher_id) if person is not None)

    @property
    def given(self) -> bool:
        return self.status is not LessonStatus.CANCELLED

    def runs_at(self, moment: datetime) -> bool:
        return self.starts_at <= moment < self.ends_at


class AttachmentKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as the messenger keeps it: never downloaded, sent again by its id."""

    kind: AttachmentKind
    file_id: str
    name: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Homework:
    id: int
    lesson_id: int
    given_lesson_id: int | None
    subject_id: int
    subject: str
    unit_id: int
    due: date
    slot: int
    text: str
    bring: str | None
    no_work: bool
    attachments: tuple[Attachment, ...] = ()
    revision: int = 0
    late: bool = False
    author_id: int = 0

    def says(self, text: str, bring: str, attachments: tuple[Attachment, ...]) -> bool:
        """Whether it is just that."""
        return (self.text, self.bring or "", self.attachments) == (text, bring, attachments)
