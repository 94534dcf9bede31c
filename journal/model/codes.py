"""Access codes as they are kept, and the log of what happened to them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from journal.model.access import BindingKind
from journal.model.people import Capacity


@dataclass(frozen=True, slots=True)
class Code:
    """A code without its text, which nobody keeps."""

    id: int
    kind: BindingKind
    person_id: int
    issued_at: datetime
    expires_at: datetime
    issued_by: int | None = None
    student_id: int | None = None
    capacity: Capacity | None = None
    capacity_expires_on: date | None = None
    failures: int = 0
    locked_at: datetime | None = None
    redeemed_at: datetime | None = None
    redeemed_by: int | None = None
    revoked_at: datetime | None = None

    def usable(self, now: datetime) -> bool:
        return (
            self.redeemed_at is None
            and self.revoked_at is None
            and self.locked_at is None
            and now < self.expires_at
        )


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code about to be stored."""

    digest: str = field(repr=False)
    kind: BindingKind
    person_id: int
    expires_at: datetime
    student_id: int | None = None
    capacity: Capacity | None = None
    capacity_expires_on: date | None = None


class AccessEventKind(StrEnum):
    """What is logged of codes and access (R-004)."""

    ISSUED = "issued"
    REVOKED = "revoked"
    LOCKED = "locked"
    # The text of a code was entered: offered what it opens, or refused.
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LIMITED = "limited"
    DATE_FAILED = "date_failed"
    CONSENT_GIVEN = "consent_given"
    CONSENT_DECLINED = "consent_declined"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    SERVICE_REFUSED = "service_refused"
    SERVICE_RESUMED = "service_resumed"
    EXTENDED = "extended"
    EXPORTED = "exported"
    PAPER_RECEIVED = "paper_received"
    REDEEMED = "redeemed"
    BOUND = "bound"
    UNBOUND = "unbound"
    DISOWNED = "disowned"
    QUESTIONED = "questioned"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class AccessEvent:
    """One line of the log; the actor and the moment are the unit of work's."""

    kind: AccessEventKind
    code_id: int | None = None
    person_id: int | None = None
    student_id: int | None = None
    details: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """A live link of an account to a child, a student or a member of staff."""

    id: int
    account_id: int
    kind: BindingKind
    person_id: int
    student_id: int | None
    bound_at: datetime
    capacity: Capacity | None = None
    expires_on: date | None = None
    last_seen_at: datetime | None = None
    unreachable_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent that was given about a student, standing or withdrawn."""

    person_id: int
    student_id: int
    kind: str
    version: str
    given_at: datetime
    withdrawn_at: datetime | None = None
    paper_received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guardianship:
    """Who stands for a student, by the school's own register."""

    guardian_id: int
    student_id: int
    capacity: Capacity
    # The last day of a representative's document.
    expires_on: date | None = None
    # The day of the written refusal of the diary.
    refused_on: date | None = None

    def over(self, today: date) -> bool:
        return self.expires_on is not None and self.expires_on < today
