"""Codes, accounts, consent and what guardians and students may do and get."""

from dataclasses import dataclass
from typing import Annotated

from journal.model.people import Role
from journal.regulation.bounds import Between
from journal.regulation.values import (
    Channel,
    ClassEvents,
    Consent,
    GuardianMessages,
    Printout,
    ServiceRefusal,
    SignIn,
    StudentAccount,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Section «Access, guardians», with the customary terms of codes (G3, G4)."""

    staff_code_issuer: frozenset[Role]
    """Who issues codes to staff (R-002)."""
    staff_code_protocol: bool
    """Whether each staff code is received under a signature in a protocol (R-004)."""
    guardian_code_issuer: frozenset[Role]
    """Who issues codes to guardians; a class teacher only for the own class (R-003)."""
    student_code_issuer: frozenset[Role]
    """Who issues codes to students (G21)."""
    code_life_days: Annotated[int, Between(1, 365)]
    """Days until an unused code expires."""
    code_failures: Annotated[int, Between(1, 20)]
    """Failed checks of the birth date after which a code locks."""
    external_sign_in: SignIn
    """Sign-in through a national service beside codes (R-013)."""
    student_account: StudentAccount
    """What a student's own account reaches (R-024)."""
    guardian_messages: GuardianMessages
    """Whether guardians correspond with staff (R-017, R-086)."""
    consent_required: Consent
    """How consent is given before any data is shown (R-019)."""
    service_refusal: ServiceRefusal
    """How a guardian refuses the diary service (R-021)."""
    guardian_channels: frozenset[Channel]
    """Ways of reaching guardians the regulation names; e-mail, phone and paper need an adapter (R-096)."""
    offline_printout: Printout
    """When families without the bot get results on paper (R-099)."""
    failing_alert_by: frozenset[Role]
    """Who alerts the guardians of failing or absent students (R-098)."""
    notice_authors: frozenset[Role]
    """Who publishes notices; a class teacher always may, to the own class (R-083 to R-085)."""
    discussion_topics: frozenset[Role]
    """Who opens discussion topics; empty: there are none (R-088)."""
    discussion_members: frozenset[Role]
    """Who may answer in them."""
    class_events: ClassEvents
    """Whether the class teacher publishes a list of the month's events (R-075)."""
