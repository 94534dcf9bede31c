"""What happened to notices."""

from dataclasses import dataclass
from typing import ClassVar

from journal.events.event import Event


@dataclass(frozen=True, slots=True)
class NoticeSent(Event):
    kind: ClassVar[str] = "notice_sent"
    notice_id: int

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}"


@dataclass(frozen=True, slots=True)
class NoticeShare(Event):
    """Some of the many readers whom the event `of` about a notice concerns, told in a step of their own."""

    kind: ClassVar[str] = "notice_share"
    of: int
    number: int
    accounts: list[int]

    @property
    def subject(self) -> str:
        return f"event:{self.of}:{self.number}"


@dataclass(frozen=True, slots=True)
class NoticeSigned(Event):
    """Somebody signed a notice off: the author's living counter moves."""

    kind: ClassVar[str] = "notice_signed"
    notice_id: int

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}:counter"


@dataclass(frozen=True, slots=True)
class NoticeNudged(Event):
    """Those who have not signed a notice off are reminded, at most once a day."""

    kind: ClassVar[str] = "notice_nudged"
    notice_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}:nudged:{self.day}"


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn(Event):
    kind: ClassVar[str] = "notice_withdrawn"
    notice_id: int

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}:withdrawn"
