"""Buttons of the papers of a class: ids and the wanted state."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.papers.letter import Template

# Days travel as ordinals: five figures instead of ten.
LAST = date.max.toordinal()


class PapersCb(CallbackData, prefix="pa"):
    """All papers of a class; 0 chooses it where there are several."""

    unit: int = 0


class WeekCb(CallbackData, prefix="paw"):
    """The papers of a week; 0 is this one."""

    unit: int
    day: int = Field(default=0, ge=0, le=LAST)


class PrintWeekCb(CallbackData, prefix="pap"):
    """The week's papers as a file: of all, or of one student."""

    unit: int
    day: int = Field(ge=0, le=LAST)
    student: int = 0


class HandedCb(CallbackData, prefix="pah"):
    """The family of the student has its paper, or has it not; 0 is everybody."""

    unit: int
    day: int = Field(ge=0, le=LAST)
    student: int
    handed: bool = True


class WithoutPhoneCb(CallbackData, prefix="pal"):
    """For whose families results are printed; turning a student on or off."""

    unit: int
    student: int = 0
    printed: bool = False


class LetterToCb(CallbackData, prefix="pai"):
    """About whom the information letter is."""

    unit: int


class LetterAct(StrEnum):
    SHOW = "v"
    FILE = "f"
    ASK = "p"


class LetterCb(CallbackData, prefix="pail"):
    """The information letter about a student (0: each of the class): to look at, as a file, to be printed."""

    unit: int
    student: int
    template: Template = Template.RESULTS
    act: LetterAct = LetterAct.SHOW


class AskWeekCb(CallbackData, prefix="paa"):
    """Ask the office to print the week's papers."""

    unit: int
    day: int = Field(ge=0, le=LAST)


class RequestsCb(CallbackData, prefix="par"):
    """What the office is asked to print; `own`: by whoever looks."""

    own: bool = False


class RequestAct(StrEnum):
    FILE = "f"
    DONE = "d"
    CANCEL = "x"


class RequestCb(CallbackData, prefix="parq"):
    """One request: its file, or what becomes of it."""

    request: int
    act: RequestAct


class ReportAct(StrEnum):
    SHOW = "v"
    PDF = "p"
    TABLE = "t"
    PREVIEW = "f"
    SEND = "s"


class ReportCb(CallbackData, prefix="pax"):
    """The report of a period (0: the latest); `of` is the family previewed, or the mark to be sent."""

    unit: int
    period: int = 0
    act: ReportAct = ReportAct.SHOW
    of: int = Field(default=0, ge=0)


PAPERS = PapersCb().pack()


def day_of(ordinal: int) -> date | None:
    """The day that a button means; None is today's."""
    return date.fromordinal(ordinal) if ordinal else None
