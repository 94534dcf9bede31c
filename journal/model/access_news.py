"""Facts that pushes tell of access to the diary: links, locked codes, consents, powers of attorney."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.people import Child, Person


@dataclass(frozen=True, slots=True)
class BoundNews:
    """An account that was linked, or waits to be; the adult is named to staff only."""

    # The binding's id, or the code's while the link waits for its paper.
    binding_id: int
    # None for a member of staff.
    child: Child | None
    adult: Person
    capacity: str | None
    for_staff: bool = False


@dataclass(frozen=True, slots=True)
class LockedNews:
    """A code was locked after too many failures; `child` is None for a member of staff."""

    code_id: int
    child: Child | None
    person: Person


class Decision(StrEnum):
    """What an adult decided about the own access; all but the photo's end it."""

    PROCESSING = "processing"
    MESSENGER = "messenger"
    PHOTO = "photo"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class DecidedNews:
    """An adult took back a consent, or left the diary."""

    child: Child | None
    person: Person
    decision: Decision


@dataclass(frozen=True, slots=True)
class AuthorityNews:
    """A power of attorney that ends, to its holder and to the class teacher; 0 days: it has ended."""

    child: Child | None
    person: Person
    until: date
    days: int
    for_holder: bool
