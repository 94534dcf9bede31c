"""What a teacher asks the deputy head for where the regulation refuses: decided once, over after a week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from journal.entry import Record
from journal.model.control import RequestStatus
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.periods import ResultRequest

# The longest reason, and the longest word of a decision.
LONGEST = 300
# A request that nobody answered for a week is over; the teacher may ask anew.
WAITS = timedelta(days=7)
# What the deputy head has opened stays open through the following day.
OPEN_FOR = timedelta(days=2)


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


Request = EntryRequest | ResultRequest
R = TypeVar("R", bound=EntryRequest | ResultRequest)


def as_of(request: R, now: datetime) -> R:
    """The request as it stands: one that nobody answered in time is over, whether a job came by or not."""
    if request.status is RequestStatus.WAITING and now >= request.asked_at + WAITS:
        return replace(request, status=RequestStatus.EXPIRED)
    return request
