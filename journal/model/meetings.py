"""Parents' meetings of a class: an event whose guardians are asked whether they come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal.model.class_events import ClassEvent
from journal.model.papers import ChildResults
from journal.model.people import Child, Person, Unit
from journal.model.span import Span


class Reply(StrEnum):
    """What a family says of a meeting; whoever comes speaks for the family."""

    COMING = "coming"
    DECLINED = "declined"
    SILENT = "silent"
    # Nobody of the family has the diary, so nobody was asked.
    UNCONNECTED = "unconnected"


@dataclass(frozen=True, slots=True)
class Invited:
    """The family of one student, with the adults who come."""

    student: Person
    reply: Reply
    coming: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its class teacher sees it; in the order of the class's list."""

    unit: Unit
    event: ClassEvent
    families: tuple[Invited, ...]
    # It has not begun.
    ahead: bool = True

    def count(self, reply: Reply) -> int:
        return sum(one.reply is reply for one in self.families)

    def of(self, reply: Reply) -> list[Person]:
        return [one.student for one in self.families if one.reply is reply]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting as one adult sees it; `coming` is None until that adult has answered."""

    event: ClassEvent
    child: Child
    coming: bool | None = None


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is handed out at a meeting: to each family the results of its own child alone."""

    unit: Unit
    event: ClassEvent
    span: Span
    teacher: Person | None
    children: tuple[ChildResults, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The meetings ahead of a class, and its events that look like one but invite nobody yet."""

    unit: Unit
    meetings: tuple[ClassEvent, ...]
    proposals: tuple[ClassEvent, ...]
    today: date


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """A meeting told to an adult of a child: the invitation, what changed in it, or a reminder."""

    event: ClassEvent
    child: Child
    coming: bool | None = None
    corrected: bool = False
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class MeetingCounterNews:
    """How many come, for the class teacher."""

    meeting: Meeting
