"""Buttons of lesson plans: ids and the wanted state."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from annotated_types import MaxLen
from pydantic import Field


class PlansCb(CallbackData, prefix="pl"):
    """The own plans."""

    page: Annotated[int, Field(ge=0, le=99)] = 0


class PlanCb(CallbackData, prefix="plo"):
    """The plan of a page; `page` is the part of it that is shown, 0 the one with the next topic."""

    unit: int
    subject: int
    page: Annotated[int, Field(ge=0, le=99)] = 0


class AskPlanCb(CallbackData, prefix="pla"):
    """Asks for the plan of a page; 0 leaves open of which."""

    unit: int = 0
    subject: int = 0


class FileAct(StrEnum):
    SEE = "v"
    SAVE = "s"
    DISCARD = "d"


class FileCb(CallbackData, prefix="plf"):
    """A decision about a plan that was brought; `mark` is what was seen. Unit 0: as the file says."""

    draft: int
    unit: int = 0
    subject: int = 0
    act: FileAct = FileAct.SEE
    mark: Annotated[str, MaxLen(8)] = ""


class CopyCb(CallbackData, prefix="plc"):
    """Where the plan of a page may be copied to."""

    unit: int
    subject: int


class CopyToCb(CallbackData, prefix="plt"):
    """Copies the plan from one unit to another; without the mark of what was seen, shows what it would do."""

    unit: int
    subject: int
    target: int
    mark: Annotated[str, MaxLen(8)] = ""


class AdjustCb(CallbackData, prefix="plj"):
    """Where the page of a lesson stands in its plan, and how to change that."""

    lesson: int


class AdjustAct(StrEnum):
    SKIP = "s"
    JOIN = "j"
    BRING_BACK = "b"
    TAKE_OUT = "x"


class PlanRowCb(CallbackData, prefix="plr"):
    """Skips a topic, joins it to the one before it, or undoes that."""

    lesson: int
    row: int
    act: AdjustAct


class InsertCb(CallbackData, prefix="pli"):
    """Asks for a topic to put in."""

    lesson: int


PLANS = PlansCb().pack()


def to_plan(unit_id: int, subject_id: int, page: int = 0) -> str:
    """The data of a button that opens the plan of that page."""
    return PlanCb(unit=unit_id, subject=subject_id, page=page).pack()
