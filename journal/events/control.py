"""What happens around the class teacher's day."""

from dataclasses import dataclass
from typing import Any, ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class BreachesReported(Event):
    """A class teacher tells the deputy head that the class's journal is not kept in time; once a week."""

    kind: ClassVar[str] = "breaches_reported"
    unit_id: int
    monday: str
    person_id: int

    @property
    def subject(self) -> str:
        return f"breaches:{self.unit_id}:{self.monday}"


@dataclass(frozen=True, slots=True)
class CommentWithdrawn(Event):
    """The deputy head took words of that person out of the diary; `number` is what they hung on."""

    kind: ClassVar[str] = "comment_withdrawn"
    lesson_id: int
    person_id: int
    number: int
    of: str

    @property
    def subject(self) -> str:
        return f"comment_withdrawn:{self.lesson_id}:{self.of}:{self.number}"


@dataclass(frozen=True, slots=True)
class ClassReviewDue(Event):
    """The week of these classes is over; one event a batch of classes."""

    kind: ClassVar[str] = "class_review_due"
    monday: str
    unit_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"class_review:{self.monday}:{self.batch}"


@dataclass(frozen=True, slots=True)
class CallAsked(Event):
    """An adult of a child would rather be called than write."""

    kind: ClassVar[str] = "call_asked"
    student_id: int
    person_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"call:{self.student_id}:{self.person_id}:{self.day}"


@dataclass(frozen=True, slots=True)
class ContradictionAsked(Event):
    """Somebody who may not enter it asks the keepers of the lessons to look at what does not add up."""

    kind: ClassVar[str] = "contradiction_asked"
    finding_id: int
    person_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"contradiction:{self.finding_id}:{self.day}"


@dataclass(frozen=True, slots=True)
class MemoryBroken(Event):
    """The nightly check found audit chains that break: chain, entry and kind of each."""

    kind: ClassVar[str] = "memory_broken"
    day: str
    faults: list[list[Any]]

    @property
    def subject(self) -> str:
        return f"memory:{self.day}"
