"""What the school holds of a person beside the journal, and the changes families ask for."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.people import Person


class Field(StrEnum):
    """What a family may ask to have changed."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"

    @property
    def is_name(self) -> bool:
        return self in (Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME)


class ChangeStatus(StrEnum):
    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    # Taken back by whoever asked, or another value was asked for instead.
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """One value that a guardian wants changed; it takes effect once the class teacher confirms it."""

    id: int
    person: Person
    # The child whose class teacher decides.
    student_id: int
    # The adult who asked, and the account.
    asked_by: Person
    account_id: int
    asked_at: datetime
    field: Field
    before: str
    value: str
    status: ChangeStatus


@dataclass(frozen=True, slots=True)
class Profile:
    """One person as the school's register has it."""

    person: Person
    values: dict[Field, str]
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A class or group the child belonged to, and when; `until` is the first day it no longer did."""

    unit: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A message of a correspondence with the school, as it is handed out."""

    sent_at: datetime
    author: Person
    text: str


@dataclass(frozen=True, slots=True)
class KeptNotice:
    """A notice that was for the person; signed off, or not (yet)."""

    sent_at: datetime
    text: str
    signed_at: datetime | None
    answer: str | None
