"""Subjects, rooms, workload, curriculum, the weekly timetable and lesson plans."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from journal.imports.names import fold
from journal.imports.rows.base import Kind, Natural, RoomRef, Row, StaffRef, SubjectRef
from journal.imports.rows.units import UnitRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow(Row):
    kind = Kind.SUBJECT
    merges = True
    name: str
    short_name: str | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((fold(self.name),),)

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRow(Row):
    kind = Kind.ROOM
    merges = True
    name: str

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((fold(self.name),),)

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkloadRow(UnitRow):
    """Who teaches what to whom, in hours a week: a subject page of the journal (S3 §3.7)."""

    kind = Kind.WORKLOAD
    teacher: StaffRef
    subject: SubjectRef
    hours_week: Decimal | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((self.teacher, self.subject, self.unit),)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumRow(Row):
    """Hours a year of a subject in a grade (S3 §4.5-D8)."""

    kind = Kind.CURRICULUM
    grade: int
    subject: SubjectRef
    hours_year: int

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((self.grade, self.subject),)

    @property
    def scope(self) -> object:
        return self.grade


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow(UnitRow):
    """One weekly lesson of the timetable.

    `weekday` is ISO (1 is Monday). `week_mask` has a character for each week of the cycle: `1` is every week,
    `10` the odd ones. `term_mask` likewise for the terms of the year; before rows are compared it is turned
    into the days the lesson holds from and until (None: as ever, and for good).
    """

    kind = Kind.LESSON
    loose = frozenset({"teachers", "room"})
    weekday: int
    slot: int
    subject: SubjectRef
    week_mask: str = "1"
    term_mask: str = "1"
    teachers: tuple[StaffRef, ...] | None = None
    # Empty where the file says that no room is set.
    room: RoomRef | None = None
    since: date | None = None
    until: date | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        time = (self.weekday, self.slot, self.week_mask, self.since, self.until)
        return ((self.unit, self.subject, *time),)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow(UnitRow):
    """One row of a lesson plan (КТП): `number` counts the plan's rows from 1."""

    kind = Kind.PLAN
    subject: SubjectRef
    number: int
    topic: str
    hours: int = 1
    section: str | None = None
    homework: str | None = None
    work_kind: str | None = None
    planned_on: date | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((self.subject, self.unit, self.number),)

    @property
    def scope(self) -> object:
        return self.unit, self.subject

    @property
    def label(self) -> str:
        return f"{self.number}. {self.topic}"
