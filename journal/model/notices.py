"""Notices: who writes, to whom, and who signed them off."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from journal.model.lessons import Attachment


class NoticeStatus(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class Listeners(StrEnum):
    """Which people of the units a notice is for."""

    GUARDIANS = "guardians"
    STUDENTS = "students"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a notice is for: people of units; `units` empty means the whole school.

    `students` narrows it to some families of the units.
    """

    listeners: frozenset[Listeners]
    units: tuple[int, ...] = ()
    students: tuple[int, ...] = ()

    @property
    def whole_school(self) -> bool:
        return not self.units


@dataclass(frozen=True, slots=True)
class Notice:
    id: int
    author_id: int
    account_id: int
    text: str
    audience: Audience
    sign_off: bool
    status: NoticeStatus
    created_at: datetime
    sent_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    counter_message_id: int | None = None
    revision: int = 0
    withdrawn_by: int | None = None
    withdraw_reason: str | None = None
    # Whether its author chose to pay for its going at once, and the balance lasted.
    paid: bool = False

    @property
    def overruled(self) -> bool:
        """Whether somebody else than its author withdrew it."""
        return self.withdrawn_by not in (None, self.author_id)


@dataclass(frozen=True, slots=True)
class Counter:
    """The figures of the author's living counter.

    A bot knows what it sent and what was pressed, never what was read.
    """

    # Accounts the messenger took the notice for.
    sent: int
    # Families (or staff members) that signed it off, of all it is for.
    signed: int
    total: int
    # Those without any connected account.
    unconnected: int
    # Those connected, not signed, whom no channel reaches.
    unreached: int = 0
    # Messages that go before the last of this notice's; 0 where it is out.
    left: int = 0


@dataclass(frozen=True, slots=True)
class Addressee:
    """One family or staff member a notice is for."""

    person_id: int
    student_id: int | None
    name: str
    connected: bool
    signed: bool
    # Whether any channel brings messages now, where anybody is connected.
    reached: bool = True
    # The class of the student; 0 and empty for staff.
    unit_id: int = 0
    unit_name: str = ""
    grade: int = 0


@dataclass(frozen=True, slots=True)
class CounterNews:
    """How a notice stands, in its author's own message."""

    notice: Notice
    counter: Counter
