"""The institution the regulation belongs to, shown on request (R-149)."""

from dataclasses import dataclass
from datetime import date

from journal.model.people import Role
from journal.regulation.values import Founder, InstitutionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """A person answering for the journal: by office, by name, or both."""

    role: Role
    name: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """What the head of the regulation says; it holds until replaced."""

    name: str = ""
    kind: InstitutionKind = InstitutionKind.SCHOOL
    founder: Founder = Founder.UNKNOWN
    regulation_title: str = ""
    in_force_from: date | None = None
    order: str = ""
    """Number and date of the order that put the regulation in force."""
    responsible: tuple[Responsible, ...] = ()
