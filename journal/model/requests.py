"""What a teacher asks the deputy head to open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from journal.entry import Record
from journal.model.control import RequestStatus
from journal.model.lessons import Lesson
from journal.model.people import Person


@dataclass(frozen=True, slots=True)
class EntryRequest:
    """A teacher asks to open a lesson for an entry that the regulation refuses."""

    id: int
    lesson: Lesson
    record: Record
    reason: str
    teacher: Person
    asked_at: datetime
    status: RequestStatus
    # The deputy head's word on a decision.
    answer: str | None = None
    # Until when the lesson is open, where it was granted.
    open_until: datetime | None = None
