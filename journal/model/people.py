"""People, roles and journal units."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Role(StrEnum):
    """A staff role; guardians and students are known by their bindings, not by a role."""

    TEACHER = "teacher"
    CLASS_TEACHER = "class_teacher"
    DEPUTY_HEAD = "deputy_head"
    DIRECTOR = "director"
    ADMINISTRATOR = "administrator"
    TECHNICIAN = "technician"
    SECRETARY = "secretary"
    DISPATCHER = "dispatcher"
    CONTROL_GROUP = "control_group"
    SITE_ADMINISTRATOR = "site_administrator"


class Capacity(StrEnum):
    """By what right an adult stands for a child (S3 §1.10)."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


class UnitKind(StrEnum):
    CLASS = "class"
    GROUP = "group"
    SUBGROUP = "subgroup"
    INDIVIDUAL = "individual"


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    last_name: str
    first_name: str
    middle_name: str = ""

    @property
    def short(self) -> str:
        """`Иванова О. П.`, as staff are written in lists."""
        initials = " ".join(f"{part[0]}." for part in (self.first_name, self.middle_name) if part)
        return f"{self.last_name} {initials}".strip()

    @property
    def formal(self) -> str:
        """`Ольга Петровна`, as a teacher is addressed; the first name alone where there is no patronymic."""
        return f"{self.first_name} {self.middle_name}".strip()

    @property
    def listed(self) -> str:
        """`Иванов Пётр`, as a student stands in a class list."""
        return f"{self.last_name} {self.first_name}".strip()

    @property
    def full(self) -> str:
        return f"{self.last_name} {self.first_name} {self.middle_name}".strip()


@dataclass(frozen=True, slots=True)
class Unit:
    """A journal unit: a class, a college group, a subgroup or one student's individual plan."""

    id: int
    kind: UnitKind
    name: str
    grade: int
    year_id: int
    shift: int = 1
    parent_id: int | None = None
    subject_id: int | None = None

    @property
    def class_id(self) -> int:
        """The class the unit belongs to, or itself."""
        return self.parent_id or self.id


@dataclass(frozen=True, slots=True)
class RoleAssignment:
    role: Role
    unit_id: int | None = None
    order_number: str | None = None
    order_date: date | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A child as its guardian's menus need it."""

    student_id: int
    first_name: str
    last_name: str
    unit_id: int | None
    unit_name: str


def child_of(person: Person, unit: Unit) -> Child:
    """A member of a class as a child in it."""
    return Child(person.id, person.first_name, person.last_name, unit.id, unit.name)


def name_key(person: Person) -> tuple[str, str, str]:
    """The order of a Russian class list: ё stands with е, and only then after it."""

    def fold(text: str) -> str:
        return text.casefold().replace("ё", "е\uffff")

    return fold(person.last_name), fold(person.first_name), fold(person.middle_name)


def by_person(pairs: Iterable[tuple[Person, T]]) -> list[tuple[Person, list[T]]]:
    """What belongs to each person, the persons in the order of names."""
    people: dict[int, Person] = {}
    found: dict[int, list[T]] = defaultdict(list)
    for person, item in pairs:
        people[person.id] = person
        found[person.id].append(item)
    return [(person, found[person.id]) for person in sorted(people.values(), key=name_key)]


def search_form(text: str) -> str:
    """`text` folded for search: case, ё and repeated blanks do not matter."""
    return " ".join(text.casefold().replace("ё", "е").split())
