"""Events of a class or of the whole school: what is on besides the lessons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from journal.model.people import Child


@dataclass(frozen=True, slots=True)
class ClassEvent:
    """One event; of the whole school where it names no class."""

    id: int
    unit_id: int | None
    day: date
    title: str
    starts: time | None = None
    place: str | None = None
    responsible: str | None = None
    cancelled: bool = False
    # The guardians of the class are asked whether they come: it is a meeting.
    invited: bool = False


@dataclass(frozen=True, slots=True)
class ClassEventNews:
    """An event of a child's class: new, changed (`corrected`) or cancelled."""

    event: ClassEvent
    child: Child
    corrected: bool = False
