"""Buttons of the deputy head's morning."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.days import AnyOrdinal, Ordinal, chosen
from journal.model.covering import Outcome


class MorningCb(CallbackData, prefix="dm"):
    """Empty pages of a school day by teacher; `day` 0 is the last that has begun."""

    day: int = 0
    page: int = 0

    @property
    def date(self) -> date | None:
        """The day meant; what no calendar knows means none."""
        known = date(2000, 1, 1).toordinal() <= self.day <= date(2100, 1, 1).toordinal()
        return date.fromordinal(self.day) if known else None


class TeacherGapsCb(CallbackData, prefix="dt"):
    """What one teacher has not filled on that day."""

    day: Ordinal
    person: int

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class NudgeCb(CallbackData, prefix="dn"):
    """Remind all teachers (`person` 0) or one of what that day lacks."""

    day: Ordinal
    person: int = 0

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class AttendanceCb(CallbackData, prefix="da"):
    """Today's attendance of all classes."""


class ClassAbsentCb(CallbackData, prefix="du"):
    """Who of a class was not there today."""

    unit: int


class RequestsCb(CallbackData, prefix="dr"):
    """Teachers' requests."""


class DecideRequestCb(CallbackData, prefix="dd"):
    """Opens the lesson or the page, allows the mark, or declines without a word."""

    request: int
    allow: bool


class DeclineRequestCb(CallbackData, prefix="dx"):
    """Asks for the word with which a request is declined."""

    request: int


class EntryPlacesCb(CallbackData, prefix="dp"):
    """The places of entry."""


class DropPlaceCb(CallbackData, prefix="dpd"):
    place: int


class UncoveredCb(CallbackData, prefix="dc"):
    """Who is away, and the lessons to be decided about."""


class CoverCb(CallbackData, prefix="dcl"):
    """What may become of that lesson."""

    lesson: int


class DecideCoverCb(CallbackData, prefix="dcd"):
    """What becomes of it; `person` gives it, where somebody does. `sure`: it was asked about."""

    lesson: int
    outcome: Outcome
    person: int = 0
    sure: bool = False


class SheetAs(StrEnum):
    """How a sheet of substitutions is wanted."""

    SHOWN = "s"
    PRINTED = "p"
    TABLE = "t"


class CoverSheetCb(CallbackData, prefix="dcs"):
    """The substitutions of a day (0 is today), or (`month`) of the whole month around it."""

    day: AnyOrdinal = 0
    month: bool = False
    form: SheetAs = SheetAs.SHOWN

    @property
    def date(self) -> date | None:
        return chosen(self.day)


class View(StrEnum):
    """How the programme is looked at: as a whole, by its subjects or classes, or one of them."""

    ALL = "a"
    SUBJECTS = "s"
    CLASSES = "c"
    SUBJECT = "u"
    CLASS = "l"
    # Plans whose hours are not the curriculum's.
    DIFFERING = "d"


class ProgrammeCb(CallbackData, prefix="dpg"):
    """How far plans are fulfilled in a period (0: since the year began); `of` is a subject or a class."""

    view: View = View.ALL
    period: int = 0
    of: int = 0
    page: Annotated[int, Field(ge=0, le=99)] = 0


class ProgrammeFileCb(ProgrammeCb, prefix="dpf"):
    """The same in a file: to print, or as a workbook."""

    printed: bool


class MissingPlansCb(CallbackData, prefix="dpm"):
    """The pages without a lesson plan."""

    page: Annotated[int, Field(ge=0, le=99)] = 0


class RemindPlansCb(CallbackData, prefix="dpn"):
    """Reminds every teacher of the own pages without a plan."""


MORNING = MorningCb().pack()
PROGRAMME = ProgrammeCb().pack()
