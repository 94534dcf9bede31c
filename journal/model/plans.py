"""Lesson plans (КТП)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One planned topic; `hours` lessons are given to it."""

    id: int
    number: int
    topic: str
    section: str = ""
    hours: int = 1
    planned_on: date | None = None
    homework: str | None = None
    work_kind: str | None = None
