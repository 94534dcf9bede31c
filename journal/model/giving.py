"""Homework while it is being given: the draft with its targets, and what a Save did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from journal.model.lessons import Attachment, Homework, Lesson

if TYPE_CHECKING:
    from journal.regulation import Clause


@dataclass(frozen=True, slots=True)
class Target:
    """Homework given at `given` is due at `due`; for parallel classes each its own."""

    given: Lesson
    due: Lesson


@dataclass(frozen=True, slots=True)
class HomeworkDraft:
    """What is to be given at a lesson, before Save; one per lesson and author.

    `due` names the chosen lesson of the own page (None: the next one), `units` the parallel classes that get
    the same. `saved` are the homeworks of the last Save, for taking it back.
    """

    lesson_id: int
    text: str = ""
    bring: str = ""
    attachments: tuple[Attachment, ...] = ()
    due: int | None = None
    units: tuple[int, ...] = ()
    saved: tuple[int, ...] = ()
    revision: int = 0

    @property
    def empty(self) -> bool:
        return not (self.text or self.bring or self.attachments)


@dataclass(frozen=True, slots=True)
class Giving:
    """The screen of homework being given."""

    lesson: Lesson
    draft: HomeworkDraft
    # None where the timetable knows no further lesson of the page.
    target: Target | None
    parallels: tuple[Target, ...]
    given: tuple[Homework, ...]
    foreign: bool = False
    # Links and tests of the lesson: chosen parallels get them too.
    materials: int = 0

    @property
    def chosen(self) -> tuple[Target, ...]:
        own = (self.target,) if self.target else ()
        return own + tuple(target for target in self.parallels if target.given.unit_id in self.draft.units)


@dataclass(frozen=True, slots=True)
class Given:
    """What a Save of homework did."""

    lesson: Lesson
    targets: tuple[Target, ...]
    no_work: bool
    late: bool
    tell_at: datetime | None
    # The rule a late flag rests on.
    clause: Clause | None = None
    # What colleagues have set for the same lessons: it stands beside.
    beside: tuple[Homework, ...] = ()
