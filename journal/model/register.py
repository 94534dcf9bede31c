"""A lesson's register: what is posted, the shared draft of taps, and the sheet a screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.model.attendance import Presence, RegisterRow
from journal.model.lessons import Lesson
from journal.model.people import Person

if TYPE_CHECKING:
    from journal.regulation import Clause


class Why(StrEnum):
    """What a proposal rests on, the strongest first."""

    # A dated status: taught at home, away by order, let go.
    STATUS = "status"
    # A note of the family that the class teacher accepted.
    NOTE = "note"
    # Absent in the class's previous lesson of the day.
    PREVIOUS = "previous"
    # Expected all the same: exempt from sport.
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Proposal:
    status: Presence
    why: Why
    reason: str | None = None
    note_id: int | None = None


@dataclass(frozen=True, slots=True)
class DatedStatus:
    """A status of a student on the lesson's day: taught at home, by order, let go, exempt."""

    student_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier register of the same class on the same day."""

    slot: int
    expected: frozenset[int]
    absent: frozenset[int]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a student who was not simply present stands in a posted register."""

    status: Presence
    reason: str | None = None
    reason_note: str | None = None
    note_id: int | None = None
    # How many minutes late, or before the end gone.
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A taken register; `expected` is frozen, so that later transfers never rewrite the past."""

    lesson_id: int
    expected: tuple[int, ...]
    taken_by: int
    taken_at: datetime
    # Who saved last and when: who stands behind the changed exceptions.
    entered_by: int
    entered_at: datetime
    revision: int
    late: bool
    tell_at: datetime | None
    standings: Mapping[int, Standing] = field(default_factory=dict)
    # The standings before the last Save, for taking it back; None when it was the first.
    before: Mapping[int, Standing] | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Taps before Save, shared by everyone who keeps the lesson.

    `taps` gives for each tapped student the status and the draft revision of that tap; those up to `settled`
    are posted. `posted` counts Saves and undos: a Save button is good for the count it was drawn with.
    """

    taps: Mapping[int, tuple[Presence, int]] = field(default_factory=dict)
    revision: int = 0
    settled: int = 0
    posted: int = 0

    @property
    def waiting(self) -> dict[int, Presence]:
        """The taps that are not posted yet."""
        return {student: status for student, (status, at) in self.taps.items() if at > self.settled}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register as its keeper sees it: everyone expected, with draft, posted state or proposals."""

    lesson: Lesson
    rows: tuple[RegisterRow, ...]
    draft: Draft
    register: Register | None

    @property
    def taken(self) -> bool:
        return self.register is not None

    @property
    def statuses(self) -> dict[int, Presence]:
        return {row.student.id: row.status for row in self.rows}

    @property
    def unsaved(self) -> bool:
        """Whether a Save would change anything."""
        if self.register is None:
            return True
        posted = self.register.standings
        return any(
            row.status
            is not (posted[row.student.id].status if row.student.id in posted else Presence.PRESENT)
            for row in self.rows
        )

    def those(self, status: Presence) -> list[Person]:
        return [row.student for row in self.rows if row.status is status]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Somebody in the room whom an accepted note, or a status of the class teacher's, says to be away."""

    student: Person
    why: Why


@dataclass(frozen=True, slots=True)
class SavedRegister:
    """What a Save did. `tell_at` is when families hear of it, None when there is nothing to tell."""

    sheet: Sheet
    tell_at: datetime | None
    late: bool
    # False: the button was pressed again, or a colleague had saved the same already.
    changed: bool = True
    # The rule a late flag rests on.
    clause: Clause | None = None
    # Whether any family hears at `tell_at`; who is absent and has nobody connected.
    tells: bool = True
    unconnected: tuple[Person, ...] = ()
    # Who is put into the room although known to be away; nothing was saved.
    asked: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoneRegister:
    """What an undo left standing. `done` False: the hold was over, families knew already."""

    left: SavedRegister
    done: bool = True

    @property
    def sheet(self) -> Sheet:
        return self.left.sheet
