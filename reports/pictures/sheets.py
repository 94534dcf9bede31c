"""What each picture shows: words ready to be read, in one language, and the tone in which they stand."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Tone(StrEnum):
    """A colour; it never stands without a sign that says the same."""

    GOOD = "good"
    FAIR = "fair"
    WARN = "warn"
    BAD = "bad"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Chip:
    """A mark or a sign on a coloured ground; `means` only where a legend explains it."""

    text: str
    tone: Tone
    means: str = ""


@dataclass(frozen=True)
class Sheet:
    """A picture; with nothing to show it says `empty` instead."""

    layout: ClassVar[str]

    title: str
    subtitle: str
    empty: str
    # `ru` or `en`: where its words may be broken.
    language: str


@dataclass(frozen=True, slots=True)
class LessonRow:
    slot: str
    subject: str
    chips: tuple[Chip, ...] = ()
    # Cancelled, and said so by a line through it.
    off: bool = False


@dataclass(frozen=True, slots=True)
class DayCard:
    name: str
    date: str
    lessons: tuple[LessonRow, ...]
    today: bool = False


@dataclass(frozen=True, slots=True)
class AverageRow:
    subject: str
    chip: Chip


@dataclass(frozen=True)
class WeekSheet(Sheet):
    """The days of a week side by side, then averages of the period."""

    layout = "week"

    days: tuple[DayCard, ...]
    averages_title: str = ""
    averages: tuple[AverageRow, ...] = ()
    legend: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A subject: the average so far at points from 0, the period's first day, to 1, its last."""

    subject: str
    points: tuple[tuple[float, float], ...]
    chip: Chip
    # Where it goes, `up`, `down` or `steady`, and the word for it.
    way: str = ""
    trend: str = ""


@dataclass(frozen=True)
class TrendSheet(Sheet):
    layout = "trends"

    rows: tuple[TrendRow, ...]
    # Under the curves: the period's first day and its last.
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A subject: each mark's sign with how often it was given, best first."""

    subject: str
    counts: tuple[tuple[Chip, int], ...]


@dataclass(frozen=True)
class SpreadSheet(Sheet):
    layout = "spread"

    rows: tuple[SpreadRow, ...]
    total: str = ""


class Absent(StrEnum):
    """How a day of the strip looks."""

    # Not a school day, or not of the period.
    NONE = "none"
    AHEAD = "ahead"
    PRESENT = "present"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class DayCell:
    day: str
    state: Absent
    sign: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class StripSheet(Sheet):
    """The weeks of a period, a row each from Monday on, with totals below."""

    layout = "strip"

    weekdays: tuple[str, ...]
    # The month where one begins, then the days of the week.
    weeks: tuple[tuple[str, tuple[DayCell, ...]], ...]
    totals: tuple[str, ...] = ()
    legend: tuple[Chip, ...] = ()
