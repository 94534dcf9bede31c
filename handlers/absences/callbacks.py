"""Buttons of the absences area: ids and the wanted state."""

from datetime import date, time
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.days import AnyOrdinal, Ordinal
from journal.absences import Said
from journal.model.statuses import StatusKind


class ReasonCb(CallbackData, prefix="abr"):
    """A family says why the child is not there that day."""

    student: int
    day: Ordinal
    said: Said

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class AlarmCb(CallbackData, prefix="abx"):
    """A family does not know where the child is: ask once whether that is meant."""

    student: int


class NoteAct(StrEnum):
    """What may be done with a note once it is sent."""

    CHANGE = "c"
    MORE_DAYS = "d"
    FOUND = "f"
    SEEN = "e"
    WITHDRAW = "w"
    HELD = "h"
    PROMISED = "p"
    ACCEPT = "a"
    ACCEPT_AS_ILL = "i"
    ACCEPT_AS_FAMILY = "y"
    DECLINE = "n"
    DECLINE_SILENTLY = "s"


class NoteCb(CallbackData, prefix="abn"):
    """Drawn for one revision of the note; another revision is shown afresh instead."""

    note: int
    act: NoteAct
    revision: int


class AskCb(CallbackData, prefix="abq"):
    """Ask the family why the child was not there that day."""

    student: int
    day: Ordinal

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class UntilCb(CallbackData, prefix="abu"):
    """The absence of that note lasts until that day."""

    note: int
    day: Ordinal
    revision: int

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class AheadCb(CallbackData, prefix="aba"):
    """Announce an absence ahead of time: everything chosen so far; 0 is not chosen yet.

    `slot` is the first lesson missed, below zero the one a late child comes to; `until` is the last day.
    """

    student: int = 0
    day: int = 0
    until: int = 0
    slot: int = 0


class AtHourCb(CallbackData, prefix="abh"):
    """The child meant by «отпустите в 12:00»: leaves at that minute of the day, or `comes` by it."""

    student: int
    day: int
    until: int
    minute: int = Field(ge=0, lt=24 * 60)
    comes: bool = False

    @property
    def hour(self) -> time:
        return time(*divmod(self.minute, 60))

    @property
    def ahead(self) -> AheadCb:
        return AheadCb(student=self.student, day=self.day, until=self.until)


class AnnounceCb(CallbackData, prefix="abs"):
    """Send what was chosen."""

    student: int
    day: Ordinal
    until: Ordinal
    slot: int
    said: Said


class ReviewCb(CallbackData, prefix="abw"):
    """The class teacher's review of a class's absences in the week of that day."""

    unit: int
    day: Ordinal
    page: int = 0
    # Whether what was decided may be changed, too.
    decided: bool = False


class AmendWeekCb(CallbackData, prefix="abm"):
    """The same week, each absence leading to the register it stands in."""

    unit: int
    day: Ordinal
    page: int = 0


class AmendDayCb(CallbackData, prefix="abd"):
    """In which of the lessons that the student missed that day?"""

    unit: int
    student: int
    day: Ordinal

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class JudgeCb(CallbackData, prefix="abj"):
    """The class teacher says of one day's absences whether they are excused."""

    unit: int
    student: int
    day: Ordinal
    excused: bool
    page: int = 0

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class StatusesCb(CallbackData, prefix="st"):
    """What holds in a class."""

    unit: int


class ChooseCb(CallbackData, prefix="stn"):
    """Of whom it is said."""

    unit: int


class StudentCb(CallbackData, prefix="sto"):
    """What may be said of the student; with a kind, of which days."""

    student: int
    kind: StatusKind | None = None


class SayCb(CallbackData, prefix="sts"):
    """Say it from today until that day (0: today alone); `slot` is the first lesson missed."""

    student: int
    kind: StatusKind
    until: AnyOrdinal = 0
    slot: int = 0


class DaysCb(CallbackData, prefix="std"):
    """Type the days."""

    student: int
    kind: StatusKind


class StatusCb(CallbackData, prefix="stc"):
    status: int


class NoteStatusCb(CallbackData, prefix="stw"):
    """Type what the order is about."""

    status: int


class EndCb(CallbackData, prefix="stx"):
    """It holds no more."""

    status: int


AHEAD = AheadCb().pack()


def reason(student_id: int, day: date, said: Said) -> str:
    return ReasonCb(student=student_id, day=day.toordinal(), said=said).pack()
