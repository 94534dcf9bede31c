"""Staged rows: what a file says about a school, one type of row for every format."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, TypeAlias, get_args, get_type_hints

from journal.imports.names import class_key, fold, initials_key, same_or_initial
from journal.imports.problems import Place
from journal.model.people import Capacity, Role
from journal.model.school import PeriodKind


class Source(StrEnum):
    """The family of files a row came from; with the row's key it finds the row again."""

    ASC = "asc"
    ONEROSTER = "oneroster"
    XLSX = "xlsx"


class Kind(StrEnum):
    """The kinds of rows, in the order in which they refer to each other: only to earlier ones."""

    YEAR = "year"
    PERIOD = "period"
    BELL = "bell"
    SUBJECT = "subject"
    ROOM = "room"
    STAFF = "staff"
    CLASS = "class"
    STUDENT = "student"
    GUARDIAN = "guardian"
    KINSHIP = "kinship"
    SUBGROUP = "subgroup"
    WORKLOAD = "workload"
    CURRICULUM = "curriculum"
    LESSON = "lesson"
    PLAN = "plan"


# A reference is the key of a row of the same source; once resolved against the school, `#id` of what is
# there.
SubjectRef: TypeAlias = Annotated[str, Kind.SUBJECT]
RoomRef: TypeAlias = Annotated[str, Kind.ROOM]
StaffRef: TypeAlias = Annotated[str, Kind.STAFF]
ClassRef: TypeAlias = Annotated[str, Kind.CLASS]
StudentRef: TypeAlias = Annotated[str, Kind.STUDENT]
GuardianRef: TypeAlias = Annotated[str, Kind.GUARDIAN]
SubgroupRef: TypeAlias = Annotated[str, Kind.SUBGROUP]

# What a row is known by when its key is not: compared as a whole, strongest first.
Natural: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is common: the key inside its source, and where it stands. A field of `None` was not said.

    A `mention` only names something that must be known already: it is found, never added or changed.
    """

    kind: ClassVar[Kind]
    # References without which the row still stands; what they would have said is then unsaid.
    loose: ClassVar[frozenset[str]] = frozenset()
    # Fields that count when a row is added and are no difference afterwards.
    once: ClassVar[frozenset[str]] = frozenset()
    # Whether two rows that say the same are one: a catalogue often names a subject twice.
    merges: ClassVar[bool] = False
    # Whether nothing else may have the first natural key; people have namesakes.
    unique: ClassVar[bool] = True
    key: str
    mention: bool = field(default=False, compare=False, repr=False)
    place: Place = field(default=Place(""), compare=False, repr=False)

    @property
    def naturals(self) -> tuple[Natural, ...]:
        raise NotImplementedError

    @property
    def label(self) -> str:
        """How a person recognises the row in a preview."""
        return self.key

    @property
    def scope(self) -> object:
        """The part of the school the row belongs to, of which a file gives all; None is the whole."""
        return None

    def could_be(self, other: "Row") -> bool:
        """Whether nothing speaks against `other` being this row, when a natural key says it is."""
        return True

    def same(self, name: str, other: Any) -> bool:
        """Whether the field says what `other` says, spelled in another program's way."""
        value = getattr(self, name)
        return bool(value == other) or (
            isinstance(value, str) and isinstance(other, str) and fold(value) == fold(other)
        )


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
class PersonRow(Row):
    """The parts of a name; of a teacher in a timetable the first and middle may be initials."""

    unique = False
    last_name: str
    first_name: str
    middle_name: str | None = None

    @property
    def full_name(self) -> tuple[str, str, str]:
        return fold(self.last_name), fold(self.first_name), fold(self.middle_name or "")

    def could_be(self, other: Row) -> bool:
        """`Иванова А. П.` could be Анна Петровна; Алла Павловна could not."""
        if not isinstance(other, PersonRow):
            return False
        pairs = ((self.first_name, other.first_name), (self.middle_name or "", other.middle_name or ""))
        return all(
            not mine or not theirs or same_or_initial(mine, theirs) or same_or_initial(theirs, mine)
            for mine, theirs in pairs
        )

    def same(self, name: str, other: Any) -> bool:
        if name in ("first_name", "middle_name") and same_or_initial(getattr(self, name), other or ""):
            return True
        return Row.same(self, name, other)

    @property
    def label(self) -> str:
        return " ".join(part for part in (self.last_name, self.first_name, self.middle_name) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow(PersonRow):
    """Somebody of the staff; the order is the director's (S1 §4.1.2)."""

    kind = Kind.STAFF
    once = frozenset({"order_number", "order_date"})
    roles: tuple[Role, ...] | None = None
    order_number: str | None = None
    order_date: date | None = None
    phone: str | None = None
    email: str | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        initials = initials_key(self.last_name, self.first_name, self.middle_name or "")
        return ("full", *self.full_name), ("initials", *initials), ("initials", initials[0], initials[1][:1])


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow(Row):
    """A class or a college group, with its class teacher."""

    kind = Kind.CLASS
    loose = frozenset({"teacher"})
    name: str
    grade: int | None = None
    shift: int | None = None
    teacher: StaffRef | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((class_key(self.name),),)

    def same(self, name: str, other: Any) -> bool:
        if name == "name":
            return class_key(self.name) == class_key(other)
        return Row.same(self, name, other)

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentRow(PersonRow):
    kind = Kind.STUDENT
    once = frozenset({"since", "order_number"})
    birth_date: date | None = None
    school_class: ClassRef | None = None
    # From which day the student belongs to that class, and by which order (S3 §4.9-D2).
    since: date | None = None
    order_number: str | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        last, first, middle = self.full_name
        keys: list[Natural] = []
        if self.birth_date:
            keys.append(("born", last, first, self.birth_date))
        if self.school_class:
            keys.append(("class", last, first, self.school_class))
        if self.birth_date and self.school_class:
            # A name changes with a marriage, an adoption or a corrected slip, but not all of it at once.
            keys.append(("renamed", first, middle, self.birth_date, self.school_class))
            keys.append(("renamed", last, self.birth_date, self.school_class))
        return tuple(keys)

    def could_be(self, other: Row) -> bool:
        born = other.birth_date if isinstance(other, StudentRow) else None
        return (born is not None and born == self.birth_date) or PersonRow.could_be(self, other)

    @property
    def scope(self) -> object:
        return self.school_class


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianRow(PersonRow):
    kind = Kind.GUARDIAN
    phone: str | None = None
    email: str | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        reached = [value for value in (self.phone, self.email and self.email.casefold()) if value]
        return tuple((*self.full_name, value) for value in reached)


@dataclass(frozen=True, slots=True, kw_only=True)
class KinshipRow(Row):
    """A guardian stands for a student (S3 §1.10)."""

    kind = Kind.KINSHIP
    student: StudentRef
    guardian: GuardianRef
    capacity: Capacity | None = None
    # In the family's own word: mother, grandmother.
    relation: str | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return ((self.student, self.guardian),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubgroupRow(Row):
    """A part of a class, or a study group across classes (then without a class)."""

    kind = Kind.SUBGROUP
    loose = frozenset({"students"})
    name: str
    school_class: ClassRef | None = None
    subject: SubjectRef | None = None
    grade: int | None = None
    students: tuple[StudentRef, ...] | None = None

    @property
    def naturals(self) -> tuple[Natural, ...]:
        return (self.school_class, self.subject, fold(self.name)), (self.school_class, fold(self.name))

    def could_be(self, other: Row) -> bool:
        return isinstance(other, SubgroupRow) and (
            not self.subject or not other.subject or self.subject == other.subject
        )

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow(Row):
    """A row about a journal unit: a whole class, or the subgroup where one is named."""

    school_class: ClassRef | None = None
    subgroup: SubgroupRef | None = None

    @property
    def unit(self) -> str | None:
        return self.subgroup or self.school_class

    @property
    def scope(self) -> object:
        return self.school_class or self.subgroup


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


ROW_TYPES: dict[Kind, type[Row]] = {
    row_type.kind: row_type
    for row_type in (
        YearRow, PeriodRow, BellRow, SubjectRow, RoomRow, StaffRow, ClassRow, StudentRow, GuardianRow,
        KinshipRow, SubgroupRow, WorkloadRow, CurriculumRow, LessonRow, PlanRow,
    )
}  # fmt: skip


_ABOUT = ("key", "mention", "place")


@cache
def references(kind: Kind) -> dict[str, Kind]:
    """The fields of a kind's rows that hold references, with the kind they refer to."""
    hints = get_type_hints(ROW_TYPES[kind], include_extras=True)
    found = ((name, next(_kinds(hint), None)) for name, hint in hints.items() if name != "kind")
    return {name: kind for name, kind in found if kind is not None}


@cache
def said_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that say something about a row of that kind: all but its key and place."""
    return tuple(each.name for each in fields(ROW_TYPES[kind]) if each.name not in _ABOUT)


def _kinds(hint: Any) -> Iterator[Kind]:
    for part in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        if isinstance(part, Kind):
            yield part
        elif not isinstance(part, str):
            yield from _kinds(part)
