"""Classes, subgroups, and what is said of either."""

from dataclasses import dataclass
from typing import Any

from journal.imports.names import class_key, fold
from journal.imports.rows.base import (
    ClassRef,
    Kind,
    Natural,
    Row,
    StaffRef,
    StudentRef,
    SubgroupRef,
    SubjectRef,
)


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
