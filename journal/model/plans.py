"""Lesson plans (КТП): their rows, and what a new version of one would change."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RowState(StrEnum):
    """What became of a topic beside being given: passed over, or taken together with the one before it."""

    PLANNED = "planned"
    SKIPPED = "skipped"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One planned topic; `hours` lessons are given to it. 0 is the id of one that is not kept yet."""

    id: int
    number: int
    topic: str
    section: str = ""
    hours: int = 1
    planned_on: date | None = None
    homework: str | None = None
    work_kind: str | None = None
    state: RowState = RowState.PLANNED


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What saving would do to the plan of one page: its rows after it, and those of before that leave."""

    before: tuple[PlanRow, ...]
    after: tuple[PlanRow, ...]
    gone: tuple[PlanRow, ...]

    @property
    def empty(self) -> bool:
        return self.before == self.after

    @property
    def added(self) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.after if not row.id)

    @property
    def changed(self) -> tuple[PlanRow, ...]:
        """The rows that say something else; another number alone is no change to the reader."""
        known = {row.id: row for row in self.before}
        return tuple(row for row in self.after if row.id and _said(row) != _said(known[row.id]))

    @property
    def hours(self) -> int:
        return sum(row.hours for row in self.after)


def _said(row: PlanRow) -> tuple[object, ...]:
    return row.topic, row.section, row.hours, row.planned_on, row.homework, row.work_kind
