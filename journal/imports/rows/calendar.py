"""The year, its periods and bells."""

from dataclasses import dataclass
from datetime import date, time

from journal.imports.rows.base import Kind, Natural, Row
from journal.model.school import PeriodKind


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow(Row):
    kind = Kind.YEAR
    name: str
    starts_on: date
    ends_on: date

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return (self.name,), (self.starts_on.year,)

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow(Row):
    """A quarter, half-year or semester (S1 §5.1, S4 §4.2-T5)."""

    kind = Kind.PERIOD
    period_kind: PeriodKind
    number: int
    name: str
    starts_on: date
    ends_on: date

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((self.period_kind, self.number),)

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class BellRow(Row):
    kind = Kind.BELL
    shift: int = 1
    slot: int
    starts: time
    ends: time

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((self.shift, self.slot),)

    @property
    def scope(self) -> object:
        return self.shift

    @property
    def label(self) -> str:
        return f"{self.slot} ({self.starts:%H:%M}–{self.ends:%H:%M})"
