"""Marks while they are being given: the draft, the sheet a screen shows, and what a Save did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.entry import Verdict
from journal.model.attendance import Presence
from journal.model.lessons import Lesson
from journal.model.people import Person

if TYPE_CHECKING:
    from journal.regulation import Clause

Values = tuple[str, ...]


class Obscurity(StrEnum):
    """Why nobody understands the typed words."""

    # No student is called so.
    NOBODY = "nobody"
    # Marks have neither plus nor minus.
    SIGNS = "signs"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Typed words that may mean several students, with what was said of them; or that mean none (`why`)."""

    text: str
    values: Values = ()
    students: tuple[int, ...] = ()
    presence: Presence | None = None
    why: Obscurity | None = None


@dataclass(frozen=True, slots=True)
class SavedMarks:
    """What the last Save posted, while it may be taken back."""

    work_id: int
    revision: int
    marks: tuple[int, ...]
    tell_at: datetime
    # Who was typed beside the marks: as what, and how the student stood before.
    named: Mapping[int, tuple[Presence, Presence]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkDraft:
    """Painted and typed marks before Save; one per lesson and author.

    `painted` gives for each touched student the values and the draft revision of that tap. `posted` counts
    Saves and undos: a Save button is good for the count it was drawn with.
    """

    lesson_id: int
    kind: str
    work_id: int | None = None
    brush: str | None = None
    painted: Mapping[int, tuple[Values, int]] = field(default_factory=dict)
    comment: str | None = None
    doubts: tuple[Doubt, ...] = ()
    # Who was typed as absent or late.
    presence: Mapping[int, Presence] = field(default_factory=dict)
    saved: SavedMarks | None = None
    posted: int = 0
    revision: int = 0
    # When the author last looked at the sheet.
    seen_at: datetime | None = None

    @property
    def marks(self) -> dict[int, Values]:
        """The values to be saved, students without any left out."""
        return {student: values for student, (values, _) in self.painted.items() if values}

    @property
    def asked(self) -> tuple[Doubt, ...]:
        """The doubtful names that are to be settled before Save; the others are only told of."""
        return tuple(doubt for doubt in self.doubts if doubt.students)

    @property
    def empty(self) -> bool:
        return not self.marks and not self.presence


@dataclass(frozen=True, slots=True)
class PostedMark:
    """A mark that stands in the journal."""

    id: int
    work_id: int
    student_id: int
    place: int
    value: str
    revision: int = 0
    comment: str | None = None
    author_id: int = 0
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PageWork:
    """A work as its teacher sees it in lists."""

    id: int
    lesson_id: int | None
    unit_id: int
    unit_name: str
    subject: str
    day: date
    kind: str
    title: str | None
    due_on: date | None
    checked_at: datetime | None
    collected_at: datetime | None
    weight: Decimal
    revision: int
    marks: int = 0

    @property
    def being_checked(self) -> bool:
        return self.collected_at is not None and self.checked_at is None


@dataclass(frozen=True, slots=True)
class FinishedCheck:
    """A work whose checking is over: who has no mark of it, and until when marks are in time."""

    work: PageWork
    unmarked: tuple[Person, ...]
    verdict: Verdict
    # How many other works are still being checked.
    others: int
    # It may be taken for unfinished again: the same day.
    resumable: bool


@dataclass(frozen=True, slots=True)
class PaintedRow:
    student: Person
    posted: Values
    painted: Values
    absent: bool
    # What a colleague has saved for the same work since the author last looked.
    meanwhile: Values = ()


@dataclass(frozen=True, slots=True)
class Painting:
    """Everything the screen of painted marks shows."""

    lesson: Lesson
    draft: MarkDraft
    rows: tuple[PaintedRow, ...]
    verdict: Verdict
    work: PageWork | None = None

    @property
    def count(self) -> int:
        return sum(len(values) for values in self.draft.marks.values())

    def typed(self, status: Presence) -> list[Person]:
        """Who was typed as standing so."""
        return self.named(tuple(student for student, said in self.draft.presence.items() if said is status))

    def named(self, students: tuple[int, ...]) -> list[Person]:
        known = {row.student.id: row.student for row in self.rows}
        return [known[student] for student in students if student in known]


@dataclass(frozen=True, slots=True)
class MarksOutcome:
    """What a Save of marks did; or whom it asks about, having saved nothing.

    `asked` are students who are absent in the register and still have a mark painted. `tell_at` is when
    families hear of it. `absent` and `late_ones` were typed beside the marks: posted into the register
    where it was taken (`registered`), else waiting in its draft.
    """

    painting: Painting
    asked: tuple[Person, ...] = ()
    # Students whom a colleague has marked for the same work meanwhile: a second mark, or the same one?
    met: tuple[PaintedRow, ...] = ()
    count: int = 0
    tell_at: datetime | None = None
    late: bool = False
    # The rule a late flag rests on.
    clause: Clause | None = None
    undoable: bool = False
    changed: bool = True
    absent: tuple[Person, ...] = ()
    late_ones: tuple[Person, ...] = ()
    registered: bool = False
    # Who has left the class since their marks were painted: these are not saved.
    gone: tuple[Person, ...] = ()
