"""Staff, students, guardians and their kinship."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from journal.imports.names import fold, initials_key, is_initial, same_or_initial
from journal.imports.rows.base import ClassRef, GuardianRef, Kind, Natural, Row, StudentRef
from journal.model.people import Capacity, Role


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

    def abbreviates(self, name: str, other: Any) -> bool:
        said = getattr(self, name)
        return (
            name in ("first_name", "middle_name") and is_initial(said) and same_or_initial(said, other or "")
        )

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
