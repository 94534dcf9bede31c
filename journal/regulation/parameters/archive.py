"""Paper, archives, how long they are kept, and backups."""

from dataclasses import dataclass
from typing import Annotated

from journal.model.people import Role
from journal.regulation.bounds import Between
from journal.regulation.deadline import Deadline
from journal.regulation.notation import YearDay
from journal.regulation.values import (
    Availability,
    Certification,
    Closing,
    Integrity,
    PaperCopy,
    PaperKeeper,
    PaperPart,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Section «Paper, archive»."""

    paper_copy: PaperCopy
    """When the journal is printed (R-126, C14)."""
    paper_approval: bool
    """Whether the director agrees to each printing."""
    paper_contents: frozenset[PaperPart]
    """What the print holds (R-126, R-127)."""
    paper_due: Deadline | YearDay | None
    """By when: counted from the period's end, a day of the year, or None."""
    paper_certified_by: Role
    """Who signs it (C20)."""
    paper_certification: frozenset[Certification]
    """What makes it a document (R-128)."""
    paper_keeper: PaperKeeper
    """Who keeps it (R-129)."""
    frequency: frozenset[Closing]
    """What is archived when it ends and becomes read-only (R-130, C12)."""
    retention_years: Annotated[int, Between(5, 100)]
    """Years journals are kept; never fewer than 5 (R-131, C15)."""
    retention_summary_years: Annotated[int, Between(25, 100)]
    """Years summary sheets are kept; never fewer than 25."""
    integrity: Integrity
    """How an archive proves to be whole (R-132)."""
    copies: Annotated[int, Between(1, 10)]
    """Media an archive stands on, each in a room of its own (R-133)."""
    backup_interval_days: Annotated[int, Between(1, 14)]
    """Days between backups (R-136, C11)."""
    backup_limit_days: Annotated[int, Between(1, 31)]
    """Days without a backup after which an alarm is given."""
    backup_removable: bool
    """Whether one copy goes to a removable medium."""
    availability: Availability
    """When the journal can be read (R-009)."""
