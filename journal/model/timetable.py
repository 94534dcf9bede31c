"""The weekly timetable and the calendar it meets."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.model.school import Bell, DayKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the weekly timetable."""

    unit_id: int
    grade: int
    shift: int
    subject_id: int
    weekday: int
    slot: int
    week_mask: str
    teacher_id: int | None
    second_teacher_id: int | None
    room_id: int | None
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Days that differ from the timetable, for the whole school or a part of it."""

    starts_on: date
    ends_on: date
    kind: DayKind
    taught_as: int | None = None
    bells: tuple[Bell, ...] = ()
    grade_from: int | None = None
    grade_to: int | None = None
    shift: int | None = None
    unit_id: int | None = None

    def concerns(self, entry: Entry, day: date) -> bool:
        return (
            self.starts_on <= day <= self.ends_on
            and (self.grade_from is None or entry.grade >= self.grade_from)
            and (self.grade_to is None or entry.grade <= self.grade_to)
            and self.shift in (None, entry.shift)
            and self.unit_id in (None, entry.unit_id)
        )


@dataclass(frozen=True, slots=True)
class Term:
    """When a grade is taught: days outside every term are holidays."""

    starts_on: date
    ends_on: date
    grade_from: int
    grade_to: int

    def teaches(self, grade: int, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on and self.grade_from <= grade <= self.grade_to


@dataclass(frozen=True, slots=True)
class Planned:
    """A lesson that the timetable calls for."""

    unit_id: int
    subject_id: int
    date: date
    slot: int
    starts_at: datetime
    ends_at: datetime
    teacher_id: int | None
    second_teacher_id: int | None
    room_id: int | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything that turns a weekly timetable into lessons of dates."""

    year_starts_on: date
    terms: tuple[Term, ...]
    days: tuple[CalendarDay, ...]
    # The regular bells of each shift.
    bells: dict[int, tuple[Bell, ...]]
