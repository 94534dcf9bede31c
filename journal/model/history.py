"""What was done to a thing of the journal, as those may read who may see the thing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from journal.model.people import Person

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Which lesson, work or result a change belongs to."""

    unit: str
    subject: str
    # None for the mark of a period or a year.
    day: date | None = None
    slot: int | None = None
    # The kind of a work, as the regulation names it.
    work: str | None = None
    # Whose mark it is.
    student_id: int | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """One entry of the audit; a job or the machine's operator has no `author_id`."""

    id: int
    at: datetime
    author_id: int | None
    origin: str
    action: str
    kind: str
    object_id: int | None
    before: Values
    after: Values
    reason: str | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A page of entries, the newest first, with everybody they name.

    `about` is the one student it is about, whose part alone is told of an entry that names many.
    """

    traces: tuple[Trace, ...]
    page: int = 0
    more: bool = False
    people: Mapping[int, Person] = field(default_factory=dict)
    about: int | None = None


@dataclass(frozen=True, slots=True)
class DayHistory:
    """All that was changed in the school on a day, perhaps by one person; and by whom something was."""

    day: date
    history: History
    authors: tuple[Person, ...]
    author: Person | None = None
