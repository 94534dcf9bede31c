"""The institution, its years and periods, its calendar and bells."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from journal.model.span import Span


class PeriodKind(StrEnum):
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    SEMESTER = "semester"


class DayKind(StrEnum):
    OFF = "off"
    TAUGHT_AS = "taught_as"
    OTHER_BELLS = "other_bells"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class School:
    name: str
    short_name: str
    zone: ZoneInfo
    kind: str
    founder: str
    city: str = ""
    support_contact: str = ""

    def day(self, moment: datetime) -> date:
        """The school date of an instant: the calendar day in the school's zone."""
        return moment.astimezone(self.zone).date()

    def moment(self, day: date, at: time) -> datetime:
        """The instant of a wall-clock time of a school day, aware, in the school's zone."""
        return datetime.combine(day, at, self.zone)


@dataclass(frozen=True, slots=True)
class Period:
    id: int
    year_id: int
    kind: PeriodKind
    number: int
    name: str
    starts_on: date
    ends_on: date
    marks_due_on: date | None = None
    closed_at: datetime | None = None
    order_number: str | None = None
    # `2026/27`, where it was asked for.
    year: str = ""

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class Bell:
    slot: int
    starts: time
    ends: time
