"""What a forecast of period marks says, and of whom."""

from dataclasses import dataclass
from decimal import Decimal

from journal.model.people import Child, Person, Unit
from journal.model.school import Period


@dataclass(frozen=True, slots=True)
class Forecast:
    """The chances of each mark for the period, the likeliest first, and what they rest on.

    The chances are shares of one. `count` are the marks that count, `average` is their weighted mean.
    """

    chances: tuple[tuple[int, float], ...]
    count: int
    average: Decimal

    @property
    def likely(self) -> int:
        return self.chances[0][0]

    def chance(self, mark: int) -> float:
        return dict(self.chances).get(mark, 0.0)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A subject of a child: its forecast, or the marks there are towards one, or the mark already set."""

    subject_id: int
    subject: str
    count: int
    forecast: Forecast | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class ForecastBook:
    """The forecast of every subject of the period that runs.

    `passed` is the share of the period that is over, `least` so many marks a forecast needs.
    `period` is None where none runs, `markless` says that the child's grade has no marks at all.
    """

    child: Child
    period: Period | None
    passed: float
    least: int
    subjects: tuple[Outlook, ...] = ()
    markless: bool = False


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """A subject of a class: the units it is taught in, of those the reader may see."""

    subject_id: int
    subject: str
    unit_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClassPages:
    unit: Unit
    pages: tuple[SubjectPage, ...]


@dataclass(frozen=True, slots=True)
class ClassForecast:
    """One subject of a class in the order of its list; `expected` counts the marks to expect, best first.

    `period` is None where none runs.
    """

    unit: Unit
    page: SubjectPage
    period: Period | None
    passed: float
    least: int
    students: tuple[tuple[Person, Outlook], ...] = ()
    expected: tuple[tuple[int, float], ...] = ()
